namespace TrainSdk;

/// <summary>Counts validations without an improvement, as Keras' <c>EarlyStopping</c> does.</summary>
/// <param name="patience">Validations without an improvement before training should end, at least 1.</param>
/// <param name="minDelta">How much the loss must fall to count as an improvement.</param>
public sealed class EarlyStopping(int patience, double minDelta = 0)
{
    private double _best = double.PositiveInfinity;
    private int _waited;

    /// <summary>Takes a validation loss; true when training should end. NaN is never an improvement.</summary>
    public bool Update(double validationLoss)
    {
        if (validationLoss < _best - minDelta)
        {
            _best = validationLoss;
            _waited = 0;
        }
        else
        {
            _waited++;
        }
        return _waited >= patience;
    }
}
