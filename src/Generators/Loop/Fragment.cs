namespace TrainSdk.Generators.Loop;

/// <summary>An expression of the loop and the attributes that shaped it.</summary>
/// <param name="Code">The expression.</param>
/// <param name="Causes">The attributes as written; empty for the plain form.</param>
internal sealed record Fragment(string Code, string Causes = "")
{
    public Fragment Rewritten(string code, string cause) => new(code, Causes.Length == 0 ? cause : $"{Causes} {cause}");
}
