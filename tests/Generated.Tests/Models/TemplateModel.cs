using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>The attributes of the image template, on a small residual CNN.</summary>
[Hyperparams(Lr = 1e-3, BatchSize = 64, Epochs = 3), Classification]
[AdamW(WeightDecay = 1e-4)]
[Warmup(1), Cosine]
[LabelSmoothing(0.1), ClipGradNorm(1.0)]
[EarlyStop(10)]
[Amp]
public sealed partial class TemplateModel : Module<Tensor, Tensor>
{
    private readonly Conv2d _stem;
    private readonly BatchNorm2d _stemNorm;
    private readonly Conv2d _block;
    private readonly BatchNorm2d _blockNorm;
    private readonly Dropout _dropout;
    private readonly Linear _head;

    /// <param name="width">Channels of the convolutions.</param>
    /// <param name="dropout">Share of features left out before the head while training.</param>
    public TemplateModel(int width = 8, double dropout = 0.1)
        : base(nameof(TemplateModel))
    {
        _stem = Conv2d(1, width, 3, padding: 1, bias: false);
        _stemNorm = BatchNorm2d(width);
        _block = Conv2d(width, width, 3, padding: 1, bias: false);
        _blockNorm = BatchNorm2d(width);
        _dropout = Dropout(dropout);
        _head = Linear(width, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var stem = functional.relu(_stemNorm.call(_stem.call(input)));
        var block = functional.relu(stem + _blockNorm.call(_block.call(stem)));
        return _head.call(_dropout.call(block.mean([2, 3])));
    }
}
