namespace TrainSdk.Generators.Files;

/// <summary>A file under the name by which the compiler tells it from all others.</summary>
/// <param name="HintName">The name.</param>
/// <param name="Text">Its text, with <c>\n</c> as line end.</param>
internal sealed record NamedFile(string HintName, string Text);
