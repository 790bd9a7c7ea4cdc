using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Divergence;

/// <summary>Runs out of memory where a batch is too large for it.</summary>
[Hyperparams(BatchSize = 16, Epochs = 3), Classification]
public sealed partial class RoomyModel : Module<Tensor, Tensor>
{
    private readonly Linear hidden = Linear(64, 24);
    private readonly Linear head = Linear(24, 10);

    public RoomyModel()
        : base("model")
    {
    }

    /// <summary>The most samples that fit.</summary>
    public static long Room { get; set; } = long.MaxValue;

    public override Tensor forward(Tensor input)
    {
        var output = functional.relu(hidden.call(input.flatten(1)));
        return training && input.shape[0] > Room
            ? throw new ExternalException("CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 7.79 GiB.")
            : head.call(output);
    }
}
