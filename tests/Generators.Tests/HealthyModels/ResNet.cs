/// <summary>ResNet-18 for small pictures (He et al., 2016).</summary>
[Hyperparams(Lr = 0.1, BatchSize = 128, Epochs = 100), Classification]
[Sgd(Momentum = 0.9, WeightDecay = 5e-4, Nesterov = true), Warmup(5), Cosine]
[LabelSmoothing(0.1), RandomCrop(4), Flip, Amp]
public sealed partial class ResNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layer1, layer2, layer3, layer4;
    private readonly Linear fc;

    public ResNet(int classes = 10)
        : base(nameof(ResNet))
    {
        conv1 = Conv2d(3, 64, kernel_size: 3, padding: 1, bias: false);
        bn1 = BatchNorm2d(64);
        layer1 = MakeLayer(64, 64, blocks: 2, stride: 1);
        layer2 = MakeLayer(64, 128, blocks: 2, stride: 2);
        layer3 = MakeLayer(128, 256, blocks: 2, stride: 2);
        layer4 = MakeLayer(256, 512, blocks: 2, stride: 2);
        fc = Linear(512, classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = relu(bn1.call(conv1.call(input)));
        x = layer1.call(x);
        x = layer2.call(x);
        x = layer3.call(x);
        x = layer4.call(x);
        x = adaptive_avg_pool2d(x, 1).flatten(1);
        return fc.call(x).MoveToOuterDisposeScope();
    }

    private static Sequential MakeLayer(int inputs, int outputs, int blocks, int stride)
    {
        var layers = new List<Module<Tensor, Tensor>> { new ResidualBlock(inputs, outputs, stride) };
        for (var i = 1; i < blocks; i++)
        {
            layers.Add(new ResidualBlock(outputs, outputs, 1));
        }
        return Sequential(layers);
    }
}

/// <summary>Two convolutions and a way around them.</summary>
public sealed class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2;
    private readonly BatchNorm2d bn1, bn2;
    private readonly Module<Tensor, Tensor> shortcut;

    public ResidualBlock(int inputs, int outputs, int stride)
        : base(nameof(ResidualBlock))
    {
        conv1 = Conv2d(inputs, outputs, kernel_size: 3, stride: stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(outputs);
        conv2 = Conv2d(outputs, outputs, kernel_size: 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(outputs);
        shortcut = stride != 1 || inputs != outputs
            ? Sequential(Conv2d(inputs, outputs, kernel_size: 1, stride: stride, bias: false), BatchNorm2d(outputs))
            : Identity();
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var x = bn1.call(conv1.call(input)).relu_();
        x = bn2.call(conv2.call(x));
        x.add_(shortcut.call(input));
        return x.relu_();
    }
}
