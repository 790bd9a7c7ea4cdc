using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Watches what the layers of a model take and give, and remembers the first that is not finite.</summary>
internal sealed class LayerProbe : IDisposable
{
    private readonly LayerHooks _hooks;

    /// <summary>Begins to watch.</summary>
    public LayerProbe(nn.Module model) => _hooks = new LayerHooks(model, See);

    /// <summary>The first layer with something that is not finite; null while there is none.</summary>
    public (DivergencePlace Place, string Name, Tensor Tensor)? Found { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _hooks.Dispose();

    private void See(string name, nn.Module module, object?[] inputs, object? output)
    {
        if (Found is not null || FirstBad(output) is not { } bad)
        {
            return;
        }
        var layer = name.Length == 0 ? module.GetName() : $"{name} ({module.GetName()})";
        Found = FirstBad(inputs) is { } given
            ? (DivergencePlace.LayerInput, layer, given)
            : (DivergencePlace.LayerOutput, layer, bad);
    }

    private static Tensor? FirstBad(object? value) => NonFinite.TensorsOf(value).FirstOrDefault(NonFinite.IsIn);
}
