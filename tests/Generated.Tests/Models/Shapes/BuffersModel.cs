using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>A buffer that is saved and changes in training, and one that is made anew with every model.</summary>
[Hyperparams(Epochs = 2, BatchSize = 32)]
public sealed partial class BuffersModel : Module<Tensor, Tensor>
{
    private readonly Linear _head = Linear(64, 10);
    private Tensor _seen = zeros(1);
    private Tensor _halves;

    public BuffersModel()
        : base("model")
    {
        _halves = full(64, 0.5f);
        register_buffer(nameof(_halves), _halves, persistent: false);
    }

    public float Seen => _seen.cpu().data<float>()[0];

    /// <summary>A layer in a property.</summary>
    public Linear Shift { get; } = Linear(64, 64);

    public override Tensor forward(Tensor input)
    {
        if (training)
        {
            using var _ = no_grad();
            _seen.add_(input.shape[0]);
        }
        return _head.call(Shift.call(input.flatten(1) * _halves));
    }
}
