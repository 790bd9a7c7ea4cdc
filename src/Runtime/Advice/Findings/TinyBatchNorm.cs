using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>BatchNorm measures its statistics on a handful of samples.</summary>
internal sealed class TinyBatchNorm : FindingRule
{
    /// <summary>Wu and He (2018): the error of BatchNorm rises rapidly below 8 samples.</summary>
    private const double Few = 8;
    private const int FewestSteps = 100;

    public override string Id => "tiny-batch-norm";

    public override Finding? Look(RunFacts run)
    {
        var batch = run.Number("batchSize", double.NaN);
        return !run.History.Config.HasBatchNorm || !(batch < Few) || run.Steps.Count < FewestSteps ? null : Found(
            "BatchNorm sees too few samples at once",
            $"batches have {HumanNumber.Count((long)batch, "sample")}"
            + (run.Has("accumulate") ? "; [Accumulate] does not change what BatchNorm sees" : ""),
            "[Hyperparams(BatchSize = 32)], or GroupNorm in place of BatchNorm");
    }
}
