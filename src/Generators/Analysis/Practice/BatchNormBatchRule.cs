using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>BatchNorm's statistics are those of one batch (Ioffe and Szegedy, 2015), however many make a step.</summary>
internal sealed class BatchNormBatchRule : PracticeRule
{
    // From here on the statistics of a batch are good enough (Wu and He, 2018).
    private const double Enough = 16;

    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.BatchNormBatch, "BatchNorm sees single batches",
        "{0} has BatchNorm, whose statistics come from {1}; {2}");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model)
    {
        var batch = model.Values.Number("BatchSize");
        if (!model.Network.Has(LayerKind.BatchNorm))
        {
            yield break;
        }
        if (batch == 1)
        {
            yield return At(
                model.PlaceOf<HyperparamsAttribute>("BatchSize"), [Cure.Set("", "BatchSize", "32")],
                model.Name, "the one sample of a batch, and say nothing of others", "take a batch of 32, or GroupNorm");
        }
        else if (model.Find<AccumulateAttribute>() is { Batches: > 1 } && batch > 1)
        {
            var whole = Cure.Move("Hyperparams", "BatchSize", NumberText.Format(model.Values.SamplesPerStep));
            yield return Diagnostic.Create(
                Finding,
                model.PlaceOf<AccumulateAttribute>(nameof(AccumulateAttribute.Batches)),
                batch < Enough ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                additionalLocations: null,
                Cures.Of(whole, Cure.Remove()),
                model.Name, $"each {batch} samples, not from the {model.Values.SamplesPerStep} of a step",
                "where memory allows take a larger batch in place of [Accumulate], or GroupNorm");
        }
    }
}
