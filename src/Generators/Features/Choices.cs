using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>What a class chooses one of, by the id of the complaint about two.</summary>
internal static class Choices
{
    public const string Optimizer = DiagnosticIds.TwoOptimizers;
    public const string Objective = DiagnosticIds.TwoObjectives;
    public const string Schedule = DiagnosticIds.TwoSchedules;
    public const string Clipping = DiagnosticIds.TwoClippings;
    public const string Policy = DiagnosticIds.TwoPolicies;
    public const string Averaging = DiagnosticIds.TwoAverages;
}
