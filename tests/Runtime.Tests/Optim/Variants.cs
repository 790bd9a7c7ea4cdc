using TrainSdk.Optim;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>Every optimizer with the options of the fixtures' variants.</summary>
internal static class Variants
{
    public static IReadOnlyDictionary<string, Func<TrainableParameters, IOptimizer>> All { get; } = new Dictionary<string, Func<TrainableParameters, IOptimizer>>
    {
        ["adam"] = static parameters => new Adam(parameters),
        ["adam_l2"] = static parameters => new Adam(parameters, weightDecay: 0.1, beta1: 0.8, beta2: 0.95, eps: 1e-6),
        ["adam_amsgrad"] = static parameters => new Adam(parameters, weightDecay: 0.01, beta2: 0.9, amsgrad: true),
        ["adamw"] = static parameters => new AdamW(parameters, weightDecay: 0.1),
        ["adamw_amsgrad"] = static parameters => new AdamW(parameters, weightDecay: 0.1, beta2: 0.9, amsgrad: true),
        ["sgd"] = static parameters => new Sgd(parameters, momentum: 0, weightDecay: 0),
        ["sgd_momentum"] = static parameters => new Sgd(parameters, weightDecay: 0.01),
        ["sgd_nesterov"] = static parameters => new Sgd(parameters, nesterov: true, weightDecay: 0.01),
        ["sgd_dampening"] = static parameters => new Sgd(parameters, weightDecay: 0.01, dampening: 0.4),
        ["sgd_decay_alone"] = static parameters => new Sgd(parameters, momentum: 0, weightDecay: 0.1),
        ["nadam"] = static parameters => new NAdam(parameters, weightDecay: 0),
        ["nadam_l2"] = static parameters => new NAdam(parameters, weightDecay: 0.1, beta1: 0.8, beta2: 0.95, eps: 1e-6, momentumDecay: 0.05),
        ["nadam_decoupled"] = static parameters => new NAdam(parameters, weightDecay: 0.1, decoupled: true),
        ["radam"] = static parameters => new RAdam(parameters, weightDecay: 0),
        ["radam_l2"] = static parameters => new RAdam(parameters, weightDecay: 0.1, beta1: 0.8, beta2: 0.95, eps: 1e-6),
        ["radam_short"] = static parameters => new RAdam(parameters, weightDecay: 0, beta2: 0.5),
        ["radam_decoupled"] = static parameters => new RAdam(parameters, weightDecay: 0.1, decoupled: true),
        ["rmsprop"] = static parameters => new RmsProp(parameters, weightDecay: 0),
        ["rmsprop_momentum"] = static parameters => new RmsProp(parameters, weightDecay: 0.1, alpha: 0.9, eps: 1e-6, momentum: 0.8),
        ["rmsprop_centered"] = static parameters => new RmsProp(parameters, weightDecay: 0, alpha: 0.95, eps: 1e-3, centered: true),
        ["rmsprop_centered_momentum"] = static parameters => new RmsProp(parameters, weightDecay: 0.01, eps: 1e-3, momentum: 0.5, centered: true),
        ["adagrad"] = static parameters => new Adagrad(parameters, weightDecay: 0),
        ["adagrad_decays"] = static parameters => new Adagrad(parameters, weightDecay: 0.1, lrDecay: 0.05, initialSum: 0.3, eps: 1e-6),
        ["lion"] = static parameters => new Lion(parameters, weightDecay: 0),
        ["lion_decay"] = static parameters => new Lion(parameters, weightDecay: 0.5, beta1: 0.8, beta2: 0.95),
    };

    /// <summary>What an optimizer keeps, over all groups.</summary>
    public static IEnumerable<Tensor> StateOf(IOptimizer optimizer) => GroupsOf(optimizer).SelectMany(static state => state.All);

    public static IReadOnlyList<UpdateState> GroupsOf(IOptimizer optimizer) => optimizer switch
    {
        Adam adam => adam.States,
        AdamW adamW => adamW.States,
        NAdam nadam => nadam.States,
        RAdam radam => radam.States,
        RmsProp rmsProp => rmsProp.States,
        Adagrad adagrad => adagrad.States,
        Lion lion => lion.States,
        Sgd sgd => sgd.States,
        _ => throw new NotSupportedException(),
    };

    public static string Bits(IEnumerable<Tensor> tensors) =>
        string.Join(' ', tensors.Select(static tensor => Convert.ToHexString(tensor.detach().contiguous().bytes)));
}
