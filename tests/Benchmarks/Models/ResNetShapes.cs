using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary>
/// The 62 parameters of a ResNet-18 with ten classes, 11.2 million numbers, each with a gradient; it computes nothing.
/// </summary>
internal sealed class ResNetShapes : Module
{
    private const int Classes = 10;
    private static readonly long[] Widths = [64, 128, 256, 512];

    public ResNetShapes()
        : base(nameof(ResNetShapes))
    {
        Convolution("stem", 64, 3, 7);
        var inputs = 64L;
        foreach (var width in Widths)
        {
            Convolution($"{width}.1.1", width, inputs, 3);
            Convolution($"{width}.1.2", width, width, 3);
            if (width != inputs)
            {
                Convolution($"{width}.shortcut", width, inputs, 1);
            }
            Convolution($"{width}.2.1", width, width, 3);
            Convolution($"{width}.2.2", width, width, 3);
            inputs = width;
        }
        Add("head.weight", Classes, inputs);
        Add("head.bias", Classes);
    }

    // A convolution and the weight and bias of the BatchNorm after it.
    private void Convolution(string name, long outputs, long inputs, long kernel)
    {
        Add($"{name}.weight", outputs, inputs, kernel, kernel);
        Add($"{name}.norm.weight", outputs);
        Add($"{name}.norm.bias", outputs);
    }

    private void Add(string name, params long[] shape)
    {
        var parameter = new Parameter(randn(shape));
        parameter.grad = randn(shape).mul_(1e-3);
        register_parameter(name.Replace('.', '_'), parameter);
    }
}
