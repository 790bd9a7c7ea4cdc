/// <summary>A small multilayer perceptron: it sees a row of 13 measurements and scores the three cultivars.</summary>
[Hyperparams(Lr = 1e-3, BatchSize = 16, Epochs = 30), Classification]
[AdamW(WeightDecay = 1e-4)]
[Warmup(5), Cosine]
[LabelSmoothing(0.1), ClipGradNorm(1.0)]
[EarlyStop(10)]
public sealed partial class WineNet : Module<Tensor, Tensor>
{
    private readonly Sequential _layers;

    /// <param name="hidden">Units of the two hidden layers.</param>
    /// <param name="dropout">Share of units left out before the last layer while training.</param>
    public WineNet(int hidden = 64, double dropout = 0.3)
        : base(nameof(WineNet))
    {
        _layers = Sequential(
            Linear(13, hidden), ReLU(),
            Linear(hidden, hidden), ReLU(),
            Dropout(dropout),
            Linear(hidden, 3));
        RegisterComponents();
    }

    /// <summary>[batch, 13] to [batch, 3].</summary>
    public override Tensor forward(Tensor rows) => _layers.call(rows);
}
