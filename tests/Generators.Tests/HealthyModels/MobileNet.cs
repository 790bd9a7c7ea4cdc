/// <summary>MobileNetV2 (Sandler et al., 2018).</summary>
[Hyperparams(Lr = 0.05, BatchSize = 256, Epochs = 150)]
[Sgd(WeightDecay = 4e-5), Warmup(5), Cosine, Ema(0.999), Amp]
public sealed partial class MobileNet : Module<Tensor, Tensor>
{
    private static readonly (int Expansion, int Channels, int Repeats, int Stride)[] Settings =
    [
        (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
    ];

    private readonly Sequential features;
    private readonly Sequential classifier;

    public MobileNet(int classes = 1000, double dropout = 0.2)
        : base(nameof(MobileNet))
    {
        var layers = new List<(string, Module<Tensor, Tensor>)> { ("stem", ConvNormAct.Make(3, 32, kernel: 3, stride: 2)) };
        var inputs = 32;
        foreach (var (expansion, channels, repeats, stride) in Settings)
        {
            for (var i = 0; i < repeats; i++)
            {
                layers.Add(($"block{layers.Count}", new InvertedResidual(inputs, channels, i == 0 ? stride : 1, expansion)));
                inputs = channels;
            }
        }
        layers.Add(("last", ConvNormAct.Make(inputs, 1280, kernel: 1, stride: 1)));
        features = Sequential(layers.ToArray());
        classifier = Sequential(Dropout(dropout), Linear(1280, classes));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = features.call(x);
        x = adaptive_avg_pool2d(x, 1).flatten(1);
        return classifier.call(x);
    }
}

public static class ConvNormAct
{
    public static Sequential Make(int inputs, int outputs, int kernel, int stride, int groups = 1) => Sequential(
        Conv2d(inputs, outputs, kernel, stride, padding: (kernel - 1) / 2, groups: groups, bias: false),
        BatchNorm2d(outputs),
        ReLU6());
}

public sealed class InvertedResidual : Module<Tensor, Tensor>
{
    private readonly bool _isResidual;
    private readonly Sequential conv;

    public InvertedResidual(int inputs, int outputs, int stride, int expansion)
        : base(nameof(InvertedResidual))
    {
        var hidden = inputs * expansion;
        _isResidual = stride == 1 && inputs == outputs;
        conv = Sequential(
            ConvNormAct.Make(inputs, hidden, kernel: 1, stride: 1),
            ConvNormAct.Make(hidden, hidden, kernel: 3, stride, groups: hidden),
            Conv2d(hidden, outputs, 1, bias: false),
            BatchNorm2d(outputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => _isResidual ? x + conv.call(x) : conv.call(x);
}
