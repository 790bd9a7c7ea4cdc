using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>The loop that the generator wrote, without a run folder.</summary>
internal sealed class GeneratedLoop<TModel, TSettings>(ModelDescription<TModel, TSettings> description, TSettings settings, DataSplits data)
    where TModel : nn.Module, ITrainedModel
    where TSettings : class, new()
{
    /// <summary>Milliseconds per batch of training; building the model, validation and the run's end are not counted.</summary>
    public double Run()
    {
        var options = new RunOptions { Device = "cpu", Threads = get_num_threads(), WriteRunFolder = false };
        var result = description.Train(data, settings, options, CancellationToken.None);
        result.Model.Dispose();
        var epoch = result.History.Single();
        return data.Train.Count / epoch.SamplesPerSecond * 1000 / Recipe.Batches(data.Train.Count);
    }
}
