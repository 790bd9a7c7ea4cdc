namespace TrainSdk.Generators.Text;

/// <summary>A name that generated code uses without its namespace.</summary>
/// <param name="name">The bare name.</param>
/// <param name="owner">The namespace, or the static class, that it belongs to.</param>
/// <param name="import">How it is made known.</param>
internal sealed class KnownName(string name, string owner, Import import)
{
    public string Name => name;

    /// <summary>The name that cannot mean anything else.</summary>
    public string Qualified { get; } = $"global::{owner}.{name}";

    public Import Import => import;

    /// <summary>The using directive.</summary>
    public string Using { get; } = import switch
    {
        Import.Static => $"using static {owner};",
        Import.Alias => $"using {name} = {owner}.{name};",
        _ => $"using {owner};",
    };
}
