using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>A patience of 10 to 15 is usual.</summary>
internal sealed class SmallPatienceRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Info(
        DiagnosticIds.SmallPatience, "The early stop's patience is small",
        "EarlyStop ends the run after {0} validations without an improvement, which noise alone may bring; 10 to 15 are usual, and the "
        + "best weights are kept anyway: consider [EarlyStop(10)]");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model) =>
        from stop in Patience.Small(model)
        where stop.Attribute.Patience >= Patience.Least
        select At(stop.Place, Patience.Cures, stop.Attribute.Patience);
}
