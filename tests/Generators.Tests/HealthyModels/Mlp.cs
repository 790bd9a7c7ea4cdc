/// <summary>Prices of houses from a row of numbers.</summary>
[Hyperparams(Lr = 1e-3, BatchSize = 64, Epochs = 100), Regression]
[Normalize, AdamW(WeightDecay = 1e-4), Cosine, EarlyStop(25), Metric<R2>]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(13, 128);
    private readonly BatchNorm1d bn1 = BatchNorm1d(128);
    private readonly Linear fc2 = Linear(128, 64);
    private readonly Dropout dropout = Dropout(0.2);
    private readonly Linear fc3 = Linear(64, 1);

    public Mlp()
        : base(nameof(Mlp))
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = relu(bn1.call(fc1.call(x)));
        x = dropout.call(relu(fc2.call(x)));
        return fc3.call(x);
    }
}
