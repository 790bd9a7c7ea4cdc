using TrainSdk.Optim.Updates;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>Goes along the gradient, but its script stays where it is.</summary>
internal sealed class ForgetfulUpdate : Update
{
    private const string Text = """
        def forgetful(parameters: List[Tensor], gradients: List[Tensor], lr: float, weight_decay: float):
            torch._foreach_mul_(parameters, 1.0)
        """;

    public override UpdateScript Script { get; } = new("forgetful", Text, []);

    public override void Apply(in ParameterSlice slice, in StepRates rates) => slice.Weight.add_(slice.Gradient, alpha: -rates.Lr);
}
