namespace TrainSdk.Checkpoints;

/// <summary>A model class with a generated training loop; it carries the card of its weights.</summary>
public interface ITrainedModel
{
    /// <summary>What the weights were trained for; null before training or loading.</summary>
    ModelCard? Card { get; set; }
}
