using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainSdk.Trials;

/// <summary>
/// Multiplications with an addition in the forward pass of layers that do nearly all of them: each output of a linear layer or a
/// convolution takes one per weight that leads to it. Normalisations, activations and pooling count as none.
/// </summary>
internal static class MultiplyAdds
{
    /// <summary>Of one forward pass of all samples; 0 for layers without matrices, null for layers with some that are not known.</summary>
    public static long? Of(nn.Module layer, Tensor? input, Tensor output) => layer switch
    {
        Linear linear => output.numel() * linear.weight!.shape[1],
        Conv1d convolution => PerOutput(convolution.weight!, output),
        Conv2d convolution => PerOutput(convolution.weight!, output),
        Conv3d convolution => PerOutput(convolution.weight!, output),
        ConvTranspose1d convolution => PerOutput(convolution.weight!, input),
        ConvTranspose2d convolution => PerOutput(convolution.weight!, input),
        ConvTranspose3d convolution => PerOutput(convolution.weight!, input),
        RNN or LSTM or GRU => input is null ? null : Positions(input) * Matrices(layer),
        Embedding or EmbeddingBag => 0,
        _ => Matrices(layer) == 0 ? 0 : null,
    };

    // A transposed convolution's first dimension is that of its input, whose numbers each meet all other weights.
    private static long? PerOutput(Tensor weight, Tensor? side) => side?.numel() * (weight.numel() / weight.shape[0]);

    // Every position of a sequence meets every weight once.
    private static long Positions(Tensor input) => input.numel() / input.shape[^1];

    private static long Matrices(nn.Module layer) =>
        layer.parameters(recurse: false).Where(static parameter => parameter.dim() > 1).Sum(static parameter => parameter.numel());
}
