using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Adam and its kin start at 1e-3 (Kingma and Ba, 2015); ten times as much leaps over what it should descend into.</summary>
internal sealed class AdaptiveRateRule : PracticeRule
{
    private const double Highest = 1e-2;

    private static readonly string[] AdamType = ["Adam", "AdamW", "NAdam", "RAdam", "Lion"];

    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.HighAdaptiveRate, "The learning rate is high for this optimizer",
        "{0} is above 0.01, and every step of {1} moves each weight by about the rate, however small the gradient is: "
        + "training mostly diverges or stalls; write {2}");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model)
    {
        var (lr, optimizer) = (model.Values.EffectiveLr, model.Plan.OptimizerName);
        if (!(lr > Highest) || double.IsInfinity(lr) || !AdamType.Contains(optimizer))
        {
            yield break;
        }
        var start = optimizer == "Lion" ? "1e-4" : "1e-3";
        var written = model.Values.Number("Lr") > Highest;
        yield return written
            ? At(
                model.PlaceOf<HyperparamsAttribute>("Lr"), [Cure.Set("", "Lr", start)],
                $"Lr {model.Values.Text("Lr")}", optimizer, $"Lr = {start}")
            : At(
                model.PlaceOf<ScaleLrAttribute>(),
                $"The rate {NumberText.Format(lr)} that [ScaleLr] makes of Lr {model.Values.Text("Lr")}",
                optimizer,
                $"a smaller Lr, or a larger {nameof(ScaleLrAttribute.BaseBatchSize)}");
    }
}
