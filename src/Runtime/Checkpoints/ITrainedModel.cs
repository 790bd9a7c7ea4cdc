using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>A model class with a generated training loop; it carries the card of its weights.</summary>
public interface ITrainedModel
{
    /// <summary>What the weights were trained for; null before training or loading.</summary>
    ModelCard? Card { get; set; }

    /// <summary>
    /// Calls the model: one score per class, or numbers, for each sample. Generated for models with several inputs or with an output that
    /// is no tensor.
    /// </summary>
    /// <param name="inputs">One encoded tensor [count, …] per input.</param>
    /// <returns>[count, …].</returns>
    /// <exception cref="TrainException">The model's output is no tensor, and no method <c>Scores</c> makes one of it.</exception>
    Tensor Answer(IReadOnlyList<Tensor> inputs) => this is nn.Module<Tensor, Tensor> model
        ? model.call(inputs[0])
        : throw new TrainException(
            $"{GetType().Name} gives no tensor, so nothing can be predicted with it; "
            + "write 'private static Tensor Scores(… output)' that takes its output, or call the model itself");
}
