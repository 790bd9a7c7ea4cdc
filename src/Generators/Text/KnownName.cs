namespace TrainSdk.Generators.Text;

/// <summary>A name that generated code uses without its namespace.</summary>
/// <param name="Name">The bare name.</param>
/// <param name="Owner">The namespace, or the static class, that it belongs to.</param>
/// <param name="Import">How it is made known.</param>
internal sealed record KnownName(string Name, string Owner, Import Import = Import.Namespace)
{
    /// <summary>The name that cannot mean anything else.</summary>
    public string Qualified => $"global::{Owner}.{Name}";

    /// <summary>The using directive.</summary>
    public string Using => Import switch
    {
        Import.Static => $"using static {Owner};",
        Import.Alias => $"using {Name} = {Owner}.{Name};",
        _ => $"using {Owner};",
    };
}
