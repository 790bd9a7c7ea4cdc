using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary>Four encoder layers over a picture's 28 rows of 28 pixels: width 64, 4 heads, 128 units between.</summary>
[Hyperparams(BatchSize = 64, Epochs = 1), AdamW, Classification]
public sealed partial class RowTransformer : Module<Tensor, Tensor>
{
    private readonly Linear _embedding;
    private readonly Parameter _position;
    private readonly TransformerEncoder _encoder;
    private readonly Linear _head;

    public RowTransformer()
        : base(nameof(RowTransformer))
    {
        _embedding = Linear(28, 64);
        _position = Parameter(randn(28, 1, 64).mul_(0.02));
        _encoder = TransformerEncoder(TransformerEncoderLayer(d_model: 64, nhead: 4, dim_feedforward: 128, dropout: 0.1), 4);
        _head = Linear(64, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var rows = _embedding.call(input.squeeze(1)).transpose(0, 1) + _position;
        return _head.call(_encoder.call(rows).mean([0]));
    }
}
