namespace TrainSdk.Generators.Files;

/// <summary>A file that the generator adds to the compilation.</summary>
/// <param name="Topic">What it is of its model: the part of its name before <c>.g.cs</c>.</param>
/// <param name="Text">Its text, with <c>\n</c> as line end.</param>
internal sealed record GeneratedFile(string Topic, string Text);
