using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Tries an update's kernel on two numbers before it touches a model, against the update's own mathematics: two steps that are taken and
/// between them one that is left out, under flags that the host reads and under flags that it does not.
/// </summary>
internal static class UpdateCheck
{
    private const double Tolerance = 1e-6;

    private static readonly float[] Weights = [1, -2];
    private static readonly float[] Slopes = [3, -4];
    private static readonly StepRates Rates = new(Lr: 0.1, WeightDecay: 0.5);

    /// <summary>Whether the kernel's numbers are the update's.</summary>
    public static bool IsRight(IUpdateKernel kernel, Update update)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        return new[] { ScalarType.Float32, ScalarType.Bool }.All(flags =>
            Stepped(new TorchSharpKernels(), update, flags).Zip(Stepped(kernel, update, flags)).All(static pair =>
                Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Max(1, Math.Abs(pair.First))));
    }

    // Weights, buffers and counts, one after the other.
    private static double[] Stepped(IUpdateKernel kernel, Update update, ScalarType flags)
    {
        using var parameter = new Parameter(torch.tensor(Weights, device: torch.CPU)) { grad = torch.tensor(Slopes, device: torch.CPU) };
        using var model = new ParameterList(parameter);
        using var state = new UpdateState(ParameterGroup.Of(TrainableParameters.Of(model, new TorchSharpKernels()))[0], update);
        foreach (var isLeftOut in new[] { false, true, false })
        {
            using var guard = new StepGuard(torch.tensor(isLeftOut ? 1 : 0, flags, torch.CPU), state.Constants);
            if (!guard.Skips)
            {
                kernel.Step(state, Rates, guard);
            }
        }
        return [.. state.All.Prepend(parameter).SelectMany(static tensor => tensor.to(ScalarType.Float64).data<double>().ToArray())];
    }
}
