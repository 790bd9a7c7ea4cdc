namespace TrainSdk.Generators.Model;

/// <summary>Something wrong with an attribute. It has no place in the source: the analyzer finds that.</summary>
/// <param name="Id">Id of the diagnostic.</param>
/// <param name="Attribute">Full name of the attribute.</param>
/// <param name="Arguments">The arguments to blame; the attribute itself where none of them is written.</param>
/// <param name="Detail">What fills the message.</param>
internal sealed record Complaint(string Id, string Attribute, EquatableArray<string> Arguments, string Detail)
{
    /// <summary>The attribute's text, where the class may have several of its kind; empty for the first.</summary>
    public string Written { get; init; } = "";

    /// <summary>Edits that mend it, the best first, beside those that follow from the id.</summary>
    public EquatableArray<Cure> Cures { get; init; }
}
