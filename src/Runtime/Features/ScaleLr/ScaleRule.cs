namespace TrainSdk;

/// <summary>How the learning rate follows the batch.</summary>
public enum ScaleRule
{
    /// <summary>In proportion to the batch: twice the batch, twice the rate. Found for SGD.</summary>
    Linear,

    /// <summary>With the square root of the batch: four times the batch, twice the rate. Argued for Adam and its kin.</summary>
    SquareRoot,
}
