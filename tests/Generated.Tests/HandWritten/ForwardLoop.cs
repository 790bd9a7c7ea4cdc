using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Optim;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>The loop by hand of any model whose loss is a mean over a batch: what it takes and gives is the caller's.</summary>
internal static class ForwardLoop
{
    private const double Lr = 1e-3;

    /// <summary>Trains a fresh model; its weights are those of the last epoch.</summary>
    /// <param name="build">Makes the model.</param>
    /// <param name="data">The splits.</param>
    /// <param name="epochs">Epochs.</param>
    /// <param name="batchSize">Samples per step.</param>
    /// <param name="loss">Calls the model with a batch, and compares.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="norm">Measures the gradients, and may change them.</param>
    public static TModel Fit<TModel>(
        Func<TModel> build, DataSplits data, int epochs, int batchSize, Func<TModel, Batch, Tensor> loss, double lr = Lr,
        Func<Gradients, GradientNorm>? norm = null)
        where TModel : nn.Module, ITrainedModel
    {
        var model = build();
        var parameters = TrainableParameters.Of(model);
        using var gradients = new Gradients(parameters);
        using var optimizer = new Adam(parameters);
        using var batches = BatchLoader.Shuffled(data.Train, data.Encoding, batchSize, seed: 0, parameters.Placement);
        var step = 0L;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            model.train();
            foreach (var batch in batches.Epoch(epoch))
            {
                using var scope = NewDisposeScope();
                Randomness.At(seed: 0, step++);
                optimizer.Lr = lr;
                loss(model, batch).backward();
                optimizer.Step(skipIf: (norm?.Invoke(gradients) ?? gradients.Norm()).IsNotFinite);
                gradients.Clear();
            }
        }
        model.eval();
        return model;
    }

    /// <summary>Mean of a loss over a split, by sample.</summary>
    public static double Mean<TModel>(TModel model, DataSet split, InputEncoding encoding, Func<TModel, Batch, Tensor> loss)
        where TModel : nn.Module, ITrainedModel
    {
        using var inference = inference_mode();
        using var batches = BatchLoader.InOrder(split, encoding, 7, Placement.Of(model));
        var (sum, count) = (0.0, 0L);
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            sum += loss(model, batch).ToDouble() * batch.Count;
            count += batch.Count;
        }
        return sum / count;
    }
}
