/// <summary>The next value of a series from the ones before it.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 50), Regression(RegressionLoss.Huber)]
[AdamW, ClipGradNorm(1.0), ReduceLrOnPlateau(4), EarlyStop(12)]
public sealed partial class ForecastGru : Module<Tensor, Tensor>
{
    private readonly GRU _gru;
    private readonly Sequential _head;

    public ForecastGru(int features = 7, int hidden = 64)
        : base(nameof(ForecastGru))
    {
        _gru = GRU(features, hidden, numLayers: 2, batchFirst: true);
        _head = Sequential(LayerNorm(hidden), Linear(hidden, 32), GELU(), Linear(32, 1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor series)
    {
        var (states, _) = _gru.call(series);
        return _head.call(states[TensorIndex.Colon, -1]);
    }
}
