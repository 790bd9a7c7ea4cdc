using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Recording;

/// <summary>Measures what one step does to each layer, by two calls: before its update and after.</summary>
internal sealed class LayerWatch : IDisposable
{
    private readonly (string Name, Parameter[] Parameters, Parameter? Units)[] _layers;
    private readonly Tensor[][] _before;
    private double[] _weightNorms = [];
    private double[] _gradNorms = [];
    private double[] _deadShares = [];

    /// <summary>Lists the layers: the modules that hold parameters of their own, frozen ones too.</summary>
    public LayerWatch(nn.Module model)
    {
        var modules = model.named_modules().DistinctBy(static module => module.name)
            .ToDictionary(static module => module.name, static module => module.module);
        _layers =
        [
            .. model.named_parameters()
                .DistinctBy(static parameter => TensorIdentity.Of(parameter.parameter))
                .GroupBy(static parameter => LayerOf(parameter.name), static parameter => parameter.parameter)
                .Select(layer => (layer.Key, layer.ToArray(), UnitsOf(modules.GetValueOrDefault(layer.Key)))),
        ];
        _before = new Tensor[_layers.Length][];
    }

    /// <summary>Whether a step's update is still to be measured.</summary>
    public bool IsPending { get; private set; }

    /// <summary>Measures the gradients, and keeps the weights as they are.</summary>
    public void BeforeUpdate()
    {
        Forget();
        using var _ = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var numbers = Numbers(
        [
            .. _layers.Select(static layer => NormOf(layer.Parameters)),
            .. _layers.Select(static layer => NormOf(layer.Parameters.Select(static parameter => parameter.grad))),
            .. _layers.Select(static layer => DeadShare(layer.Units?.grad)),
        ]);
        var count = _layers.Length;
        (_weightNorms, _gradNorms, _deadShares) = (numbers[..count], numbers[count..(2 * count)], numbers[(2 * count)..]);
        for (var at = 0; at < _layers.Length; at++)
        {
            _before[at] = [.. _layers[at].Parameters.Select(static parameter => parameter.clone().DetachFromDisposeScope())];
        }
        IsPending = true;
    }

    /// <summary>Says what the step has done.</summary>
    public IReadOnlyList<LayerRecord> AfterUpdate(long step)
    {
        using var _ = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var updates = Numbers([.. _layers.Select((layer, at) =>
            NormOf(layer.Parameters.Zip(_before[at], static (now, then) => then.sub_(now))))]);
        Forget();
        return [.. _layers.Select((layer, at) => new LayerRecord(
            step, layer.Name, _weightNorms[at], double.IsNaN(_gradNorms[at]) ? 0 : _gradNorms[at], updates[at], _deadShares[at]))];
    }

    public void Dispose() => Forget();

    private static string LayerOf(string parameter) => parameter.LastIndexOf('.') is > 0 and var dot ? parameter[..dot] : parameter;

    // A row of these weights is a unit; of other layers it is not.
    private static Parameter? UnitsOf(nn.Module? module) => module switch
    {
        Linear linear => linear.weight,
        Conv1d convolution => convolution.weight,
        Conv2d convolution => convolution.weight,
        Conv3d convolution => convolution.weight,
        _ => null,
    };

    private static Tensor? NormOf(IEnumerable<Tensor?> parts)
    {
        Tensor[] norms = [.. parts.OfType<Tensor>().Select(static part => torch.linalg.vector_norm(part, 2))];
        return norms.Length switch { 0 => null, 1 => norms[0], _ => torch.linalg.vector_norm(torch.stack(norms), 2) };
    }

    private static Tensor? DeadShare(Tensor? gradient) => gradient?.flatten(1).abs().amax([1]).eq(0).mean([0], type: ScalarType.Float32);

    // They are read all at once: on a GPU each read waits.
    private static double[] Numbers(Tensor?[] scalars)
    {
        Tensor[] given = [.. scalars.OfType<Tensor>()];
        if (given.Length == 0)
        {
            return [.. scalars.Select(static _ => double.NaN)];
        }
        var device = given[0].device;
        using var read = torch.stack([.. given.Select(scalar => scalar.to(ScalarType.Float64, device))]).cpu();
        var numbers = new Queue<double>(HostMemory.Of<double>(read).ToArray());
        return [.. scalars.Select(scalar => scalar is null ? double.NaN : numbers.Dequeue())];
    }

    private void Forget()
    {
        IsPending = false;
        foreach (var tensors in _before)
        {
            Array.ForEach(tensors ?? [], static tensor => tensor.Dispose());
        }
        Array.Clear(_before);
    }
}
