/// <summary>A small residual network: it sees an 8×8 image and scores the ten digits.</summary>
[Hyperparams(Lr = 1e-3, BatchSize = 64, Epochs = 30), Classification]
[AdamW(WeightDecay = 1e-4)]
[Warmup(5), Cosine]
[LabelSmoothing(0.1), ClipGradNorm(1.0)]
[EarlyStop(10)]
[Amp]
public sealed partial class ModelClass : Module<Tensor, Tensor>
{
    private readonly Sequential _stem, _block1, _block2, _head;

    /// <param name="width">Channels of the convolutions.</param>
    /// <param name="dropout">Share of features left out before the last layer while training.</param>
    public ModelClass(int width = 32, double dropout = 0.1)
        : base(nameof(ModelClass))
    {
        _stem = Convolution(1, width);
        _block1 = Sequential(Convolution(width, width), ReLU(), Convolution(width, width));
        _block2 = Sequential(Convolution(width, width), ReLU(), Convolution(width, width));
        _head = Sequential(Dropout(dropout), Linear(width, 10));
        RegisterComponents();
    }

    /// <summary>[batch, 1, 8, 8] to [batch, 10].</summary>
    public override Tensor forward(Tensor images)
    {
        var x = relu(_stem.call(images));
        x = relu(x + _block1.call(x));                  // a block learns what to add to its input
        x = max_pool2d(x, 2);                           // 8×8 to 4×4
        x = relu(x + _block2.call(x));
        return _head.call(x.mean([2, 3]));              // one number per channel, then one score per digit
    }

    // BatchNorm adds a shift of its own, so the convolution before it has no bias.
    private static Sequential Convolution(int inputs, int outputs) =>
        Sequential(Conv2d(inputs, outputs, kernel_size: 3, padding: 1, bias: false), BatchNorm2d(outputs));
}
