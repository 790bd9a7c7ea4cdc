using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainSdk;

/// <summary>
/// Layers of a model that are kept as they are. Their parameters require no gradient and have none, so that every optimizer leaves them and
/// its own state of them alone; their modules are in evaluation mode, so that BatchNorm uses and keeps its statistics and dropout does
/// nothing. Make it after the model was moved to its device.
/// </summary>
public sealed class FrozenLayers
{
    private readonly nn.Module _model;
    private readonly string _prefix;
    private readonly Parameter[] _parameters;
    private readonly nn.Module[] _modules;

    /// <summary>Finds the layers; nothing is frozen yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="prefix">A layer's or parameter's name, or the start of names up to a dot.</param>
    /// <exception cref="TrainException">No parameter has such a name.</exception>
    public FrozenLayers(nn.Module model, string prefix)
    {
        var named = model.named_parameters().ToArray();
        _model = model;
        _prefix = prefix;
        var below = named.Where(entry => IsBelow(entry.name)).Select(static entry => entry.parameter).ToArray();
        _parameters = [.. below.Where(static parameter => parameter.requires_grad)];
        _modules = [.. model.named_modules().Where(entry => IsBelow(entry.name)).Select(static entry => entry.module)];
        if (below.Length == 0)
        {
            throw new TrainException(
                $"[Freeze(\"{prefix}\")] finds nothing: no parameter of {model.GetName()} is named so or starts with \"{prefix}.\"; "
                + $"the names begin with {string.Join(", ", named.Select(static entry => entry.name.Split('.')[0]).Distinct())}");
        }
    }

    /// <summary>
    /// Freezes the layers or lets them learn. Call at the start of every epoch, after the model was put into training mode, wider layers
    /// before narrower ones. Parameters that required no gradient before are never made to.
    /// </summary>
    /// <param name="isFrozen">Whether they are to stay as they are.</param>
    /// <exception cref="TrainException">No parameter of the model is left to learn.</exception>
    public void Hold(bool isFrozen = true)
    {
        foreach (var parameter in _parameters.Where(parameter => parameter.requires_grad == isFrozen))
        {
            parameter.requires_grad = !isFrozen;
            parameter.grad = null;
        }
        foreach (var module in _modules)
        {
            module.train(!isFrozen);
        }
        if (isFrozen && !_model.parameters().Any(static parameter => parameter.requires_grad))
        {
            throw new TrainException(
                $"[Freeze(\"{_prefix}\")] leaves {_model.GetName()} nothing to learn: every parameter is frozen; let one layer learn");
        }
    }

    private bool IsBelow(string name) => _prefix.Length == 0 || name == _prefix || name.StartsWith(_prefix + ".", StringComparison.Ordinal);
}
