/// <summary>VGG-16 with BatchNorm (Simonyan and Zisserman, 2015): a plain network, three convolutions to a stage at most.</summary>
[Hyperparams(Lr = 0.05, BatchSize = 128, Epochs = 90), Classification]
[Sgd(WeightDecay = 5e-4), StepDecay(30), EarlyStop(15), Amp]
public sealed partial class Vgg : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Sequential classifier;

    public Vgg(int classes = 1000, double dropout = 0.5)
        : base(nameof(Vgg))
    {
        features = Sequential(
            Conv2d(3, 64, 3, padding: 1, bias: false), BatchNorm2d(64), ReLU(inplace: true),
            Conv2d(64, 64, 3, padding: 1, bias: false), BatchNorm2d(64), ReLU(inplace: true),
            MaxPool2d(2, 2),
            Conv2d(64, 128, 3, padding: 1, bias: false), BatchNorm2d(128), ReLU(inplace: true),
            Conv2d(128, 128, 3, padding: 1, bias: false), BatchNorm2d(128), ReLU(inplace: true),
            MaxPool2d(2, 2),
            Conv2d(128, 256, 3, padding: 1, bias: false), BatchNorm2d(256), ReLU(inplace: true),
            Conv2d(256, 256, 3, padding: 1, bias: false), BatchNorm2d(256), ReLU(inplace: true),
            Conv2d(256, 256, 3, padding: 1, bias: false), BatchNorm2d(256), ReLU(inplace: true),
            MaxPool2d(2, 2),
            Conv2d(256, 512, 3, padding: 1, bias: false), BatchNorm2d(512), ReLU(inplace: true),
            Conv2d(512, 512, 3, padding: 1, bias: false), BatchNorm2d(512), ReLU(inplace: true),
            Conv2d(512, 512, 3, padding: 1, bias: false), BatchNorm2d(512), ReLU(inplace: true),
            MaxPool2d(2, 2),
            Conv2d(512, 512, 3, padding: 1, bias: false), BatchNorm2d(512), ReLU(inplace: true),
            Conv2d(512, 512, 3, padding: 1, bias: false), BatchNorm2d(512), ReLU(inplace: true),
            Conv2d(512, 512, 3, padding: 1, bias: false), BatchNorm2d(512), ReLU(inplace: true),
            MaxPool2d(2, 2));
        avgpool = AdaptiveAvgPool2d(new long[] { 7, 7 });
        classifier = Sequential(
            ("fc1", Linear(512 * 7 * 7, 4096)), ("relu1", ReLU()), ("drop1", Dropout(dropout)),
            ("fc2", Linear(4096, 4096)), ("relu2", ReLU()), ("drop2", Dropout(dropout)),
            ("fc3", Linear(4096, classes)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var x = features.call(input);
        x = avgpool.call(x);
        return classifier.call(x.flatten(1));
    }
}
