namespace TrainSdk.Sweeps;

/// <summary>A list, of which each value is as likely as any other.</summary>
/// <param name="Setting">Name of the setting.</param>
/// <param name="Items">Two or more different values.</param>
internal sealed record ListAxis(string Setting, IReadOnlyList<string> Items) : SweepAxis(Setting)
{
    public override IReadOnlyList<string> Values => Items;

    public override IReadOnlyList<string> Edges => Items;

    public override string Text => string.Join(',', Items);

    public override string At(double share) => Items[(int)(share * Items.Count)];
}
