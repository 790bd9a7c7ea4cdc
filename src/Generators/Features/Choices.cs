namespace TrainSdk.Generators.Features;

/// <summary>What a class chooses one of.</summary>
internal static class Choices
{
    public const string Optimizer = "optimizer";
    public const string Objective = "objective";
}
