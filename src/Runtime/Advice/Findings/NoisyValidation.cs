using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>The validation loss jumps by more than the run gains while early stopping waits.</summary>
internal sealed class NoisyValidation : FindingRule
{
    /// <summary>Below 5 is TRAIN2005: a run of that many bad draws is common.</summary>
    private const int Usual = 10;
    private const double Share = 0.5;

    /// <summary>A row of pure chance turns at two of three places (Bienaymé 1874), one that falls and then rises at one.</summary>
    private const double Turns = 0.4;
    private const int FewestEpochs = 6;

    public override string Id => "noisy-validation";

    public override Finding? Look(RunFacts run)
    {
        var patience = run.Number("earlyStop", double.NaN);
        var best = Series.Lowest(run.ValidationLoss);
        if (!run.WasStoppedEarly || !(patience < Usual) || run.Epochs < FewestEpochs || best < 2)
        {
            return null;
        }
        var changes = run.ValidationLoss.Zip(run.ValidationLoss.Skip(1), static (one, next) => next - one).ToArray();
        var noise = Series.Median(changes.Skip(changes.Length / 3).Select(Math.Abs));
        var turns = changes.Zip(changes.Skip(1), static (one, next) => one * next < 0).Count(static turns => turns)
            / (double)(changes.Length - 1);
        var falls = run.TrainLoss[^1] < run.TrainLoss[best];
        return turns < Turns || !falls || noise * patience < run.ValidationLoss[best] * Share ? null : Found(
            "early stopping goes by noise",
            $"val_loss changes by {Text(noise)} from epoch to epoch, up and down in {Percent(turns)} of them, and the run "
            + $"ended after {NumberText.Format((long)patience)} without an improvement",
            $"[EarlyStop({NumberText.Format(Math.Max(Usual, (long)(2 * patience)))})], or a larger validation split");
    }
}
