namespace TrainSdk.Native;

/// <summary>One native library that torch needs, and whether it loads.</summary>
/// <param name="Name">File name.</param>
/// <param name="Path">Where it is; null where it is in none of the folders.</param>
/// <param name="Problem">Why it does not load and what to do, in one line; null where it loads.</param>
internal sealed record NativeFile(string Name, string? Path, string? Problem);
