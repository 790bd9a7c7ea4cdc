/// <summary>U-Net (Ronneberger et al., 2015): a score for every pixel and class.</summary>
[Hyperparams(Lr = 3e-4, BatchSize = 16, Epochs = 60)]
[AdamW(WeightDecay = 1e-4), Warmup(3), Cosine, EarlyStop(15), Amp]
public sealed partial class UNet : Module<Tensor, Tensor>
{
    private readonly DoubleConv down1, down2, down3, bottom, up3, up2, up1;
    private readonly ConvTranspose2d grow3, grow2, grow1;
    private readonly MaxPool2d pool = MaxPool2d(2);
    private readonly Conv2d head;

    public UNet(int channels = 3, int classes = 2, int width = 32)
        : base(nameof(UNet))
    {
        down1 = new DoubleConv(channels, width);
        down2 = new DoubleConv(width, 2 * width);
        down3 = new DoubleConv(2 * width, 4 * width);
        bottom = new DoubleConv(4 * width, 8 * width);
        grow3 = ConvTranspose2d(8 * width, 4 * width, 2, stride: 2);
        up3 = new DoubleConv(8 * width, 4 * width);
        grow2 = ConvTranspose2d(4 * width, 2 * width, 2, stride: 2);
        up2 = new DoubleConv(4 * width, 2 * width);
        grow1 = ConvTranspose2d(2 * width, width, 2, stride: 2);
        up1 = new DoubleConv(2 * width, width);
        head = Conv2d(width, classes, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var d1 = down1.call(x);
        var d2 = down2.call(pool.call(d1));
        var d3 = down3.call(pool.call(d2));
        var y = bottom.call(pool.call(d3));
        y = up3.call(cat([d3, grow3.call(y)], 1));
        y = up2.call(cat([d2, grow2.call(y)], 1));
        y = up1.call(cat([d1, grow1.call(y)], 1));
        return head.call(y);
    }
}

public sealed class DoubleConv : Module<Tensor, Tensor>
{
    private readonly Sequential layers;

    public DoubleConv(int inputs, int outputs)
        : base(nameof(DoubleConv))
    {
        layers = Sequential(
            Conv2d(inputs, outputs, 3, padding: 1, bias: false), BatchNorm2d(outputs), ReLU(),
            Conv2d(outputs, outputs, 3, padding: 1, bias: false), BatchNorm2d(outputs), ReLU());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => layers.call(x);
}
