using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Parameters that one kernel can step together: of one type, on one device, of the same rates, and laid out without gaps.
/// </summary>
internal sealed class ParameterGroup
{
    private ParameterGroup(string[] names, Parameter[] parameters, ParameterRates rates, IKernels kernels)
    {
        Names = names;
        Parameters = parameters;
        Rates = rates;
        Kernels = kernels;
        Device = parameters[0].device;
        Dtype = parameters[0].dtype;
        Sizes = [.. parameters.Select(static parameter => parameter.NumberOfElements)];
        Elements = Sizes.Sum();
        Layouts = [.. parameters.Select(TensorLayout.Of)];
        GradientHandles = new nint[parameters.Length];
        Present = new List<int>(parameters.Length);
    }

    /// <summary>Their names as in the state dict.</summary>
    public string[] Names { get; }

    /// <summary>The parameters, in the order of <see cref="Names"/>.</summary>
    public Parameter[] Parameters { get; }

    /// <summary>Where they are.</summary>
    public Device Device { get; }

    /// <summary>Their type.</summary>
    public ScalarType Dtype { get; }

    /// <summary>What they have of learning rate and weight decay.</summary>
    public ParameterRates Rates { get; }

    /// <summary>The number of weights in each.</summary>
    public long[] Sizes { get; }

    /// <summary>The number of weights.</summary>
    public long Elements { get; }

    /// <summary>How they are stepped.</summary>
    public IKernels Kernels { get; }

    /// <summary>How each lies in memory.</summary>
    public TensorLayout[] Layouts { get; }

    /// <summary>Which parameters have a gradient; filled anew by each call of a kernel.</summary>
    public List<int> Present { get; }

    /// <summary>Room for one handle per parameter, used within a call of a kernel.</summary>
    public nint[] GradientHandles { get; }

    /// <summary>
    /// Groups the parameters. Fused kernels walk weights, gradients and buffers as plain memory, which is right only where a tensor fills
    /// its memory; others are stepped by <see cref="TorchSharpKernels"/>.
    /// </summary>
    public static ParameterGroup[] Of(TrainableParameters parameters) =>
    [
        .. parameters.Names.Zip(parameters.Values, parameters.Rates)
            .GroupBy(static each => (
                each.Second.dtype, each.Second.device_type, each.Second.device_index, IsDense: TensorLayout.Of(each.Second).IsDense,
                each.Third.LrScale, each.Third.WeightDecay))
            .Select(group => new ParameterGroup(
                [.. group.Select(static each => each.First)],
                [.. group.Select(static each => each.Second)],
                group.First().Third,
                group.Key.IsDense ? parameters.Kernels : new TorchSharpKernels())),
    ];

    /// <summary>Whether a tensor is on the parameters' device.</summary>
    public bool HasDeviceOf(Tensor tensor) =>
        tensor.device_type == Device.type && (Device.type == DeviceType.CPU || tensor.device_index == Device.index);

    /// <summary>A tensor like each parameter, laid out alike and filled with a number; they belong to the caller.</summary>
    public Tensor[] Full(double value) =>
        [.. Parameters.Select(parameter => torch.full_like(parameter, value, requires_grad: false).DetachFromDisposeScope())];

    /// <summary>The gradients that there are, as tensors of the present dispose scope; fills <see cref="Present"/>.</summary>
    public Tensor[] TakeGradients()
    {
        Present.Clear();
        var gradients = new List<Tensor>(Parameters.Length);
        for (var index = 0; index < Parameters.Length; index++)
        {
            if (Parameters[index].grad is { } gradient)
            {
                Present.Add(index);
                gradients.Add(gradient);
            }
        }
        return [.. gradients];
    }

    /// <summary>What belongs to the parameters that have a gradient; nothing of an empty array.</summary>
    public Tensor[] PresentOf(Tensor[] ofAll) =>
        ofAll.Length == 0 || ofAll.Length == Present.Count ? ofAll : [.. Present.Select(index => ofAll[index])];

    /// <summary>Lays a gradient out like its parameter, as backward does; only one that was set by hand lies otherwise.</summary>
    public void LayOutGradient(int index)
    {
        var parameter = Parameters[index];
        using var old = parameter.grad!;
        using var laidOut = torch.empty_like(parameter);
        laidOut.copy_(old);
        parameter.grad = laidOut;
    }
}
