using TrainSdk.Recording;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>Cancels a run after its first epoch.</summary>
internal sealed class Canceling(CancellationTokenSource cancel) : IProgress<EpochSummary>
{
    public void Report(EpochSummary value) => cancel.Cancel();
}
