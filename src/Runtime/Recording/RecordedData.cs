namespace TrainSdk.Recording;

/// <summary>Data that a command line gave in place of the app's own.</summary>
/// <param name="Path">Full path of the folder or file.</param>
/// <param name="ImageSize">Height and width of pictures, such as <c>64x48</c>; null for that of the app's own.</param>
/// <param name="Label">Column of a table's label; null for the last one.</param>
/// <param name="OnBadSample">
/// <c>skip</c> where samples that cannot be read are left out; <c>fail</c>, or null, where they end the run.
/// </param>
internal sealed record RecordedData(string Path, string? ImageSize, string? Label, string? OnBadSample = null);
