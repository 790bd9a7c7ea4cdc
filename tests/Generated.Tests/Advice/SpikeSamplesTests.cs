using TorchSharp;
using TrainSdk.Advice;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.Advice;

/// <summary>Spikes of the loss are tied to the samples that cause them.</summary>
public sealed class SpikeSamplesTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Samples_that_stand_in_the_batches_of_spikes_are_named()
    {
        var spikes = FindingOf(Contradicting(first: 17, second: 301));
        Assert.Contains("; sample 17 is in 11 of 22 spikes", spikes!.Evidence, StringComparison.Ordinal);
        Assert.Contains("; sample 301 is in ", spikes.Evidence, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadLines(Path.Combine(_folder, "events.csv")).Count(static row => row.Contains(",loss-spike,", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_run_without_spikes_names_none()
    {
        Assert.Null(FindingOf(Samples.Rows(train: 400)));
        Assert.False(File.Exists(Path.Combine(_folder, "events.csv")));
    }

    private Finding? FindingOf(DataSplits data)
    {
        var settings = new RegressionModel.Hyperparameters { Epochs = 12, BatchSize = 16 };
        RegressionModel.Train(data, settings, new RunOptions { Device = "cpu", RunDirectory = _folder }).Model.Dispose();
        return FindingCatalog.In(RunHistory.Read(RunFolder.Find(_folder))).SingleOrDefault(static finding => finding.Id == "loss-spikes");
    }

    // The same row with two targets, both far off: no model can fit them.
    private static DataSplits Contradicting(long first, long second)
    {
        var data = Samples.Rows(train: 400);
        var (inputs, targets) = (data.Train.Inputs.clone(), data.Train.Targets.clone());
        inputs[second] = inputs[first];
        targets[first] = torch.tensor(50f);
        targets[second] = torch.tensor(-50f);
        return new DataSplits(new DataSet(inputs, targets), data.Validation);
    }
}
