using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Above about 512 samples a step the rate must follow the batch, and rise to it (Goyal et al., 2017).</summary>
internal sealed class LargeBatchRule : PracticeRule
{
    private const double Largest = 512;
    private const int Rise = 5;

    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.LargeBatch, "A large batch needs a rate that follows it",
        "A step is made of {0} samples and neither [Warmup] nor [ScaleLr] is there: above about 512 generalisation may drop, the rate "
        + "must follow the batch, and a high rate must be risen to; add [Warmup(5)] and raise Lr in proportion, or take a smaller batch");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model)
    {
        var samples = model.Values.SamplesPerStep;
        var isRisenTo = model.Has<WarmupAttribute>() || model.Has<ScaleLrAttribute>() || model.Has<OneCycleAttribute>();
        if (!(samples > Largest) || isRisenTo)
        {
            return [];
        }
        var place = model.Values.Number("BatchSize") > Largest
            ? model.PlaceOf<HyperparamsAttribute>("BatchSize")
            : model.PlaceOf<AccumulateAttribute>(nameof(AccumulateAttribute.Batches));
        var rise = Cure.Add(model.Values.Number("Epochs") > 2 * Rise ? $"Warmup({Rise})" : "Warmup(Fraction = 0.1)");
        return [At(place, [rise], samples)];
    }
}
