using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>The patience of <c>[EarlyStop]</c> against what validation losses need: 10 to 15 is usual.</summary>
internal static class Patience
{
    /// <summary>From here on a patience is usual.</summary>
    public const int Usual = 10;

    /// <summary>Below this one, a run ends on noise.</summary>
    public const int Least = 5;

    /// <summary>The edit that mends a small one.</summary>
    public static Cure[] Cures { get; } = [To(Usual)];

    // A patience of this share of the run is what a short run can have.
    private const int RunsShare = 3;

    /// <summary>The edit that writes a patience.</summary>
    public static Cure To(int patience) => Cure.Set("", "patience", NumberText.Format(patience));

    /// <summary>
    /// The attribute where its patience is small, for the length of the run too. Validations within epochs are not counted in epochs, and a
    /// run of least epochs waits longer than its patience: of those nothing is said.
    /// </summary>
    public static IEnumerable<(EarlyStopAttribute Attribute, Location Place)> Small(ModelReview model)
    {
        var (epochs, isPlain) = (model.Values.Number("Epochs"), !model.Has<ValidateAttribute>());
        return model.All<EarlyStopAttribute>(nameof(EarlyStopAttribute.Patience)).Where(stop =>
            isPlain && stop.Attribute.Patience is > 0 and < Usual
            && stop.Attribute.Patience < epochs / RunsShare && stop.Attribute.MinEpochs < epochs / 2);
    }
}
