namespace TrainSdk.Generators.Model;

/// <summary>A type that a nested model class stands in.</summary>
/// <param name="Keyword">What it is: <c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">Its name, without <c>@</c>.</param>
internal sealed record Container(string Keyword, string Name);
