namespace TrainSdk.Generators.Model;

/// <summary>The file that holds a model class.</summary>
/// <param name="File">Its path.</param>
/// <param name="Style">How it is laid out.</param>
internal sealed record SourcePlace(string File, SourceStyle Style);
