using TrainSdk.Recording;

namespace TrainSdk.Generated.Tests.Sweeps;

/// <summary>Tells of each epoch with the name of the run's folder.</summary>
internal sealed class EpochTold(Action<string, int> tell) : IRunSink
{
    private string _run = "";

    public void Start(RunOutline run) => _run = Path.GetFileName(run.Folder!.Path);

    public void Epoch(EpochSummary epoch) => tell(_run, epoch.Epoch);
}
