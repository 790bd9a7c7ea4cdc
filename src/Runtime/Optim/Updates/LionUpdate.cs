namespace TrainSdk.Optim.Updates;

/// <summary>Lion: the sign of a mean between momentum and gradient; the momentum follows with a mean of its own.</summary>
internal sealed class LionUpdate(double beta1, double beta2) : Update
{
    private const string Text = """
        def lion(parameters: List[Tensor], gradients: List[Tensor], momenta: List[Tensor],
                 lr: float, weight_decay: float, beta1: float, beta2: float):
            decay(parameters, gradients, lr, weight_decay, True)
            directions = torch._foreach_lerp(momenta, gradients, 1 - beta1)
            torch._foreach_sign_(directions)
            torch._foreach_add_(parameters, directions, alpha=-lr)
            torch._foreach_lerp_(momenta, gradients, 1 - beta2)
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<Kept> Buffers { get; } = [new("exp_avg")];

    /// <inheritdoc/>
    public override UpdateScript Script { get; } = new("lion", Text, [beta1, beta2]);

    /// <inheritdoc/>
    public override void Apply(in ParameterSlice slice, in StepRates rates)
    {
        var momentum = slice.Buffer(0);
        var gradient = slice.Decay(rates, isDecoupled: true);
        slice.Weight.add_(momentum.lerp(gradient, 1 - beta1).sign_(), alpha: -rates.Lr);
        momentum.lerp_(gradient, 1 - beta2);
    }
}
