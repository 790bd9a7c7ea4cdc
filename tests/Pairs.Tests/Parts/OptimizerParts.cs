using TrainSdk.Optim;

namespace TrainSdk.Pairs.Tests;

/// <summary>What moves the weights, and which of them how far.</summary>
internal static class OptimizerParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("[Sgd]", "Sgd(Momentum = 0.8, WeightDecay = 0.01)", By(static parameters => new Sgd(parameters, momentum: 0.8, weightDecay: 0.01))),
        new("[Adam]", "Adam(WeightDecay = 0.1)", By(static parameters => new Adam(parameters, weightDecay: 0.1))),
        new("[AdamW]", "AdamW(WeightDecay = 0.1)", By(static parameters => new AdamW(parameters, weightDecay: 0.1))),
        new("[NAdam]", "NAdam(WeightDecay = 0.1)", By(static parameters => new NAdam(parameters, weightDecay: 0.1))),
        new("[RAdam]", "RAdam(WeightDecay = 0.1)", By(static parameters => new RAdam(parameters, weightDecay: 0.1))),
        new("[RmsProp]", "RmsProp(WeightDecay = 0.1)", By(static parameters => new RmsProp(parameters, weightDecay: 0.1))),
        new("[Adagrad]", "Adagrad(WeightDecay = 0.1)", By(static parameters => new Adagrad(parameters, weightDecay: 0.1))),
        new("[Lion]", "Lion(WeightDecay = 0.1)", By(static parameters => new Lion(parameters, weightDecay: 0.1))),
        new("[ParamGroup]", "ParamGroup(\"head\", LrScale = 0.5, WeightDecay = 0.2)", static recipe => recipe with
        {
            Group = static parameters => parameters.Group("head", lrScale: 0.5, weightDecay: 0.2),
        }),
    ];

    private static Func<Recipe, Recipe> By(Func<TrainableParameters, IOptimizer> optimizer) => recipe => recipe with { Optimizer = optimizer };
}
