using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Annealing gains most near its end, where the rate is small (Loshchilov and Hutter, 2017).</summary>
internal sealed class CutAnnealingRule : PracticeRule
{
    // While the rate is high the validation wanders without gain for a good part of the run; a patience of a quarter outlasts that.
    private const int RunsShare = 4;

    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Info(
        DiagnosticIds.CutAnnealing, "The early stop may cut the annealing short",
        "{0} gains most in the last epochs, where the rate is small, but EarlyStop may end the run of {1} epochs after {2} validations "
        + "without an improvement; consider a patience of {3}, or no [EarlyStop]: the best weights are kept anyway");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model)
    {
        var epochs = model.Values.Number("Epochs");
        var least = Math.Max(Patience.Usual, (int)Math.Ceiling(Math.Min(epochs, int.MaxValue / 2) / RunsShare));
        return from stop in model.All<EarlyStopAttribute>(nameof(EarlyStopAttribute.Patience))
            let isShort = stop.Attribute.Patience > 0 && stop.Attribute.Patience < epochs / RunsShare
            where isShort && stop.Attribute.MinEpochs < epochs / 2 && Annealing(model) is not null && !model.Has<ValidateAttribute>()
            select At(stop.Place, [Patience.To(least), Cure.Remove()], Annealing(model)!, epochs, stop.Attribute.Patience, least);
    }

    private static string? Annealing(ModelReview model) =>
        model.Has<CosineAttribute>() ? "[Cosine]"
        : model.Has<OneCycleAttribute>() ? "[OneCycle]"
        : model.Has<LinearAttribute>() ? "[Linear]"
        : model.Has<PolynomialAttribute>() ? "[Polynomial]"
        : null;
}
