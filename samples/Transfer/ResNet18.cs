/// <summary>
/// A ResNet-18 (He et al., 2016) whose weights have the names and shapes of torchvision's, so that it starts from a file of those. Its own
/// part is the head: it learns first, then one stage after the other from the head down, each with a smaller rate than the one above.
/// </summary>
[Hyperparams(Lr = 3e-3, BatchSize = 64, Epochs = 8), Classification]
[AdamW(WeightDecay = 1e-4), Warmup(0.5), Cosine, ClipGradNorm(1.0)]
[Pretrained("", "resnet18.pt", Except = "fc")]
[Freeze("conv1"), Freeze("bn1"), Freeze("layer1")]
[Freeze("layer2", UntilEpoch = 6), ParamGroup("layer2", LrScale = 0.03)]
[Freeze("layer3", UntilEpoch = 4), ParamGroup("layer3", LrScale = 0.1)]
[Freeze("layer4", UntilEpoch = 2), ParamGroup("layer4", LrScale = 0.3)]
public sealed partial class ResNet18 : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layer1, layer2, layer3, layer4;
    private readonly Linear fc;

    /// <param name="classes">Classes to tell apart.</param>
    /// <param name="width">Channels of the first layer; torchvision's network has 64.</param>
    public ResNet18(int classes = 10, int width = 64)
        : base(nameof(ResNet18))
    {
        conv1 = Conv2d(3, width, kernel_size: 7, stride: 2, padding: 3, bias: false);
        bn1 = BatchNorm2d(width);
        layer1 = Stage(width, width, stride: 1);
        layer2 = Stage(width, 2 * width, stride: 2);
        layer3 = Stage(2 * width, 4 * width, stride: 2);
        layer4 = Stage(4 * width, 8 * width, stride: 2);
        fc = Linear(8 * width, classes);
        RegisterComponents();
    }

    /// <summary>[batch, 3, height, width] to [batch, classes].</summary>
    public override Tensor forward(Tensor pictures)
    {
        var x = relu(bn1.call(conv1.call(pictures)));
        x = max_pool2d(x, 3, stride: 2, padding: 1);
        x = layer4.call(layer3.call(layer2.call(layer1.call(x))));
        return fc.call(x.mean([2, 3]));
    }

    private static Sequential Stage(int inputs, int outputs, int stride) =>
        Sequential(new BasicBlock(inputs, outputs, stride), new BasicBlock(outputs, outputs, stride: 1));
}
