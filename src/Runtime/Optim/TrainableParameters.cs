using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Data;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>
/// The parameters that a run trains, listed once. Take them after the model has been moved: moving makes new parameter objects,
/// and an optimizer built before would train the old ones.
/// </summary>
public sealed class TrainableParameters
{
    private TrainableParameters(IReadOnlyList<string> names, IReadOnlyList<Parameter> values, Placement placement, IKernels kernels)
    {
        Names = names;
        Values = values;
        Placement = placement;
        Kernels = kernels;
    }

    /// <summary>Names as in the state dict.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The parameters, in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<Parameter> Values { get; }

    /// <summary>Where the model computes and in which number type.</summary>
    public Placement Placement { get; }

    /// <summary>How gradients are measured and parameters stepped.</summary>
    internal IKernels Kernels { get; }

    /// <summary>Lists the parameters that require a gradient.</summary>
    /// <exception cref="TrainException">There is none; the message names the likely cause.</exception>
    public static TrainableParameters Of(nn.Module model) => Of(model, KernelRoutes.Current.Kernels);

    /// <summary>The same with kernels of one's choice.</summary>
    internal static TrainableParameters Of(nn.Module model, IKernels kernels)
    {
        var all = model.named_parameters().ToArray();
        var trainable = all.Where(static parameter => parameter.parameter.requires_grad).ToArray();
        if (trainable.Length == 0)
        {
            throw new TrainException(all.Length == 0
                ? $"{model.GetName()} has no parameters: modules in a List, array or dictionary are not seen; "
                    + "keep each in a field of its own, or in a ModuleList or Sequential"
                : $"{model.GetName()} has {all.Length} parameters and all of them are frozen (requires_grad is false); "
                    + "leave at least one trainable");
        }
        return new TrainableParameters(
            [.. trainable.Select(static parameter => parameter.name)],
            [.. trainable.Select(static parameter => parameter.parameter)],
            Placement.Of(model),
            kernels);
    }
}
