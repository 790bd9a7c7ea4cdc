using System.Runtime.CompilerServices;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Data;
using TrainSdk.Native;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>
/// The parameters that a run trains, listed once. Take them after the model has been moved: moving makes new parameter objects,
/// and an optimizer built before would train the old ones.
/// </summary>
public sealed class TrainableParameters
{
    private readonly nn.Module _model;

    private TrainableParameters(nn.Module model, IReadOnlyList<(string Name, Parameter Value)> listed, IKernels kernels)
    {
        _model = model;
        Names = [.. listed.Select(static parameter => parameter.Name)];
        Values = [.. listed.Select(static parameter => parameter.Value)];
        Rates = [.. listed.Select(static _ => ParameterRates.Plain)];
        Placement = Placement.Of(model);
        Kernels = kernels;
    }

    private TrainableParameters(TrainableParameters others, IEnumerable<ParameterRates> rates)
    {
        _model = others._model;
        Names = others.Names;
        Values = others.Values;
        Rates = [.. rates];
        Placement = others.Placement;
        Kernels = others.Kernels;
    }

    /// <summary>Names as in the state dict.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The parameters, in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<Parameter> Values { get; }

    /// <summary>Where the model computes and in which number type.</summary>
    public Placement Placement { get; }

    /// <summary>What each parameter has of learning rate and weight decay, in the same order.</summary>
    internal IReadOnlyList<ParameterRates> Rates { get; }

    /// <summary>How gradients are measured and parameters stepped.</summary>
    internal IKernels Kernels { get; }

    /// <summary>Whether the model has BatchNorm.</summary>
    internal bool HasBatchNorm => _model.modules().OfType<BatchNorm>().Any();

    /// <summary>Lists the parameters that require a gradient.</summary>
    /// <exception cref="TrainException">There is none; the message names the likely cause.</exception>
    public static TrainableParameters Of(nn.Module model) => Of(model, KernelRoutes.Current.Kernels);

    /// <summary>The same with kernels of one's choice.</summary>
    internal static TrainableParameters Of(nn.Module model, IKernels kernels)
    {
        // tied weights have several names and are one parameter
        var all = model.named_parameters().DistinctBy(static parameter => TensorIdentity.Of(parameter.parameter)).ToArray();
        var trainable = all.Where(static parameter => parameter.parameter.requires_grad).ToArray();
        if (trainable.Length == 0)
        {
            throw new TrainException(all.Length == 0
                ? $"{model.GetName()} has no parameters: modules in a List, array or dictionary are not seen; "
                    + "keep each in a field of its own, or in a ModuleList or Sequential"
                : $"{model.GetName()} has {all.Length} parameters and all of them are frozen (requires_grad is false); "
                    + "leave at least one trainable");
        }
        return new TrainableParameters(model, trainable, kernels);
    }

    /// <summary>The same parameters, those below a name with rates of their own. Each parameter is in one group at most.</summary>
    /// <param name="prefix">
    /// A parameter's name or the start of names up to a dot: <c>backbone</c> means <c>backbone.conv1.weight</c>, but not
    /// <c>backbone2.weight</c>.
    /// </param>
    /// <param name="lrScale">What the learning rate is multiplied by, greater than 0.</param>
    /// <param name="weightDecay">Weight decay in place of the optimizer's; null for the optimizer's.</param>
    /// <exception cref="TrainException">No parameter has such a name, or one is in another group already.</exception>
    public TrainableParameters Group(string prefix, double lrScale = 1, double? weightDecay = null)
    {
        var isMember = Names.Select(name => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)).ToArray();
        return isMember.Contains(true) ? Claimed($"\"{prefix}\"", isMember, lrScale, weightDecay) : throw new TrainException(
            $"no trainable parameter of {_model.GetName()} is named \"{prefix}\" or starts with \"{prefix}.\"; "
            + $"the names begin with {string.Join(", ", Names.Select(static name => name.Split('.')[0]).Distinct())}");
    }

    /// <summary>The same parameters, the given ones with rates of their own. Each parameter is in one group at most.</summary>
    /// <param name="members">Parameters of the model; those that require no gradient are passed over.</param>
    /// <param name="lrScale">What the learning rate is multiplied by, greater than 0.</param>
    /// <param name="weightDecay">Weight decay in place of the optimizer's; null for the optimizer's.</param>
    /// <param name="name">What the group is called in errors.</param>
    /// <exception cref="TrainException">
    /// There is none, one is not a parameter of the model, or one is in another group already.
    /// </exception>
    public TrainableParameters GroupOf(
        IEnumerable<Parameter> members,
        double lrScale = 1,
        double? weightDecay = null,
        [CallerArgumentExpression(nameof(members))] string name = "")
    {
        var handles = members.Where(static member => member.requires_grad).Select(TensorIdentity.Of).ToHashSet();
        var isMember = Values.Select(parameter => handles.Remove(TensorIdentity.Of(parameter))).ToArray();
        if (handles.Count > 0)
        {
            throw new TrainException($"{handles.Count} parameters of {name} are not the model's; return those of its own modules");
        }
        return isMember.Contains(true) ? Claimed(name, isMember, lrScale, weightDecay) : throw new TrainException(
            $"{name} has no trainable parameter; return some, or remove the group");
    }

    /// <summary>
    /// The same parameters, of which biases and norms do not decay: all with fewer than two dimensions, all named <c>bias</c>, and those of
    /// layer norms.
    /// </summary>
    public TrainableParameters ExcludeBiasAndNorm()
    {
        var norms = _model.modules().OfType<LayerNorm>().SelectMany(static norm => norm.parameters(recurse: false))
            .Select(TensorIdentity.Of).ToHashSet();
        return new TrainableParameters(
            this, Rates.Select((rates, index) => IsExcluded(index, norms) ? rates with { Decays = false } : rates));
    }

    private bool IsExcluded(int index, HashSet<nint> norms) =>
        Values[index].dim() < 2 || Names[index].Split('.')[^1] == "bias" || norms.Contains(TensorIdentity.Of(Values[index]));

    private TrainableParameters Claimed(string group, bool[] isMember, double lrScale, double? weightDecay)
    {
        var rates = Rates.ToArray();
        for (var index = 0; index < rates.Length; index++)
        {
            if (isMember[index])
            {
                rates[index] = rates[index].Group is null
                    ? rates[index] with { Group = group, LrScale = lrScale, OwnDecay = weightDecay }
                    : throw new TrainException(
                        $"{Names[index]} is in two groups, {rates[index].Group} and {group}; keep it in one of them");
            }
        }
        return new TrainableParameters(this, rates);
    }
}
