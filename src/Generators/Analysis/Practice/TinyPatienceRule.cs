using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>A patience below 5 stops on noise.</summary>
internal sealed class TinyPatienceRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.TinyPatience, "The early stop's patience is very small",
        "EarlyStop ends the run after {0} validations without an improvement: losses wander for longer than that, so it stops on noise; "
        + "write [EarlyStop(10)]");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model) =>
        from stop in Patience.Small(model)
        where stop.Attribute.Patience < Patience.Least
        select At(stop.Place, Patience.Cures, stop.Attribute.Patience);
}
