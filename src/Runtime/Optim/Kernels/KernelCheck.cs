using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>Takes a few steps on two numbers and compares them with the closed form, before kernels touch a model.</summary>
internal static class KernelCheck
{
    private const double Lr = 0.1;
    private const double Decay = 0.5;
    private const double Momentum = 0.5;
    private const double Tolerance = 1e-6;
    private const double Bound = 3.5;
    private const int Digits = 6;

    private static readonly float[] Weights = [1, -2];
    private static readonly float[] Slopes = [3, -4];

    /// <summary>What the kernels get wrong, in one line; null where every number is right.</summary>
    public static string? Problem(IKernels kernels) =>
        Wrong("the gradient norm", [5], Measure(kernels, type: 2))
        ?? Wrong("the gradient's largest magnitude", [4], Measure(kernels, double.PositiveInfinity))

        // The first step of Adam goes Lr against the gradient's sign; decoupled decay takes its share of the weight before.
        ?? Wrong("AdamW's step", Weights.Zip(Slopes, static (weight, slope) => (weight * (1 - (Lr * Decay))) - (Lr * Math.Sign(slope))),
            Step(kernels, static parameters => new AdamW(parameters, weightDecay: Decay)))
        ?? Wrong("Adam's step", Weights.Zip(Slopes, static (weight, slope) => weight - (Lr * Math.Sign(slope))),
            Step(kernels, static parameters => new Adam(parameters)))
        ?? Wrong("SGD's step", Weights.Zip(Slopes, static (weight, slope) => weight - (Lr * slope)),
            Step(kernels, static parameters => new Sgd(parameters, momentum: Momentum, weightDecay: 0)))

        // So does that of Adagrad, whose only square so far is the gradient's.
        ?? Wrong("Adagrad's step", Weights.Zip(Slopes, static (weight, slope) => weight - (Lr * Math.Sign(slope))),
            Step(kernels, static parameters => new Adagrad(parameters, weightDecay: 0)))
        ?? Wrong("clipping by value", [Slopes[0], -Bound], Clamp(kernels));

    // In a type that is not measured in the host's memory, so that it is the kernels' numbers that count.
    private static float[] Measure(IKernels kernels, double type) => With(kernels, ScalarType.BFloat16, parameters =>
    {
        using var gradients = new Gradients(parameters);
        return gradients.ClipNorm(1, type).Value;
    });

    private static float[] Clamp(IKernels kernels) => With(kernels, ScalarType.Float32, static parameters =>
    {
        using var gradients = new Gradients(parameters);
        gradients.ClipValue(Bound);
        return parameters.Values[0].grad!;
    });

    // The second step is left out and must change nothing. Flags that are no floats are not read by the host, as on a GPU.
    private static float[] Step(IKernels kernels, Func<TrainableParameters, IOptimizer> make) =>
        With(kernels, ScalarType.Float32, parameters => Stepped(parameters, make));

    private static Tensor Stepped(TrainableParameters parameters, Func<TrainableParameters, IOptimizer> make)
    {
        using var optimizer = make(parameters);
        optimizer.Lr = Lr;
        optimizer.Step(skipIf: torch.tensor(false, device: torch.CPU));
        optimizer.Step(skipIf: torch.tensor(true, device: torch.CPU));
        return parameters.Values[0];
    }

    private static float[] With(IKernels kernels, ScalarType type, Func<TrainableParameters, Tensor> compute)
    {
        using var scope = torch.NewDisposeScope();
        using var parameter = new Parameter(torch.tensor(Weights, type, torch.CPU)) { grad = torch.tensor(Slopes, type, torch.CPU) };
        using var model = new ParameterList(parameter);
        return compute(TrainableParameters.Of(model, kernels)).to(ScalarType.Float32).data<float>().ToArray();
    }

    private static string? Wrong(string what, IEnumerable<double> right, float[] computed)
    {
        double[] expected = [.. right];
        return expected.Zip(computed).All(static pair => Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Abs(pair.First))
            ? null
            : $"{what} gives {Text(computed.Select(static number => (double)number))} where {Text(expected)} is right";
    }

    private static string Text(IEnumerable<double> numbers) =>
        string.Join(" and ", numbers.Select(static number => NumberText.Format(Math.Round(number, Digits))));
}
