using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Training;

public sealed class ModelTests
{
    private static readonly DataSplits Data = DataClass.Load(splitSeed: 0);

    [Fact]
#if (task == "text")
    public void Gives_one_score_per_token_at_every_place()
    {
        using var scope = torch.NewDisposeScope();
        var model = new ModelClass();
        model.eval();

        var words = Data.Train.ToMemory();
        var scores = model.call(words.Inputs[..4]);

        Assert.Equal([4L, .. words.InputShape, Data.Encoding.Vocabulary!.Count], scores.shape);
    }
#else
    public void Gives_one_score_per_class()
    {
        using var scope = torch.NewDisposeScope();
        var model = new ModelClass();
        model.eval();

        var scores = model.call(Data.Train.Inputs[..4].to(torch.float32));

        Assert.Equal([4L, Data.Train.ClassNames.Count], scores.shape);
    }
#endif

    /// <summary>
    /// A model that cannot learn one batch by heart has a fault in its layers or its loss: the first thing to look at when training fails.
    /// </summary>
    [Fact]
    public void Learns_one_batch_by_heart()
    {
        const int samples = 32;
        var batch = Data.Train.Select([.. Enumerable.Range(0, samples).Select(sample => sample * Data.Train.Count / samples)]);
#if (task == "text")
        var settings = new ModelClass.Hyperparameters { BatchSize = samples, Epochs = 200, Dropout = 0 };
#else
        var settings = new ModelClass.Hyperparameters { BatchSize = samples, Epochs = 100, Dropout = 0, LabelSmoothing = 0 };
#endif
        var options = new RunOptions { Threads = 1, WriteRunFolder = false };

        var result = ModelClass.Train(new DataSplits(batch, validation: batch), settings, options);

        using var model = result.Model;
#if (task == "text")
        Assert.InRange(result.Validation!.Value.Headline.Value, 1, 1.7);   // which of the 32 words begins cannot be known
#else
        Assert.Equal(1.0, result.Validation!.Value.Headline.Value);
#endif
    }
}
