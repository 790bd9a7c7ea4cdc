namespace TrainSdk.Generators.Text;

/// <summary>How a name is made known to a generated file. The order is that of the directives.</summary>
internal enum Import
{
    /// <summary>By its namespace.</summary>
    Namespace,

    /// <summary>As a member of a static class.</summary>
    Static,

    /// <summary>By an alias, where a namespace that is often imported has another type of that name.</summary>
    Alias,
}
