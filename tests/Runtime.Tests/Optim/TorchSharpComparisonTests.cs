using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>Every optimizer on every route against TorchSharp's own.</summary>
public sealed class TorchSharpComparisonTests
{
    private const double Lr = 1e-2;

    private static readonly Dictionary<string, (Func<TrainableParameters, IOptimizer> Ours, Func<IEnumerable<Parameter>, optim.Optimizer> Theirs)> Makers = new()
    {
        ["adam"] = (
            static parameters => new TrainSdk.Optim.Adam(parameters) { Lr = Lr },
            static parameters => optim.Adam(parameters, Lr)),
        ["adamw"] = (
            static parameters => new TrainSdk.Optim.AdamW(parameters, weightDecay: 0.05) { Lr = Lr },
            static parameters => optim.AdamW(parameters, Lr, weight_decay: 0.05)),
        ["sgd"] = (
            static parameters => new Sgd(parameters, momentum: 0, weightDecay: 0.05) { Lr = Lr },
            static parameters => optim.SGD(parameters, Lr, weight_decay: 0.05)),
        ["sgd_momentum"] = (
            static parameters => new Sgd(parameters, momentum: 0.9, weightDecay: 0) { Lr = Lr },
            static parameters => optim.SGD(parameters, Lr, momentum: 0.9)),
        ["sgd_nesterov"] = (
            static parameters => new Sgd(parameters, momentum: 0.9, nesterov: true, weightDecay: 0.05) { Lr = Lr },
            static parameters => optim.SGD(parameters, Lr, momentum: 0.9, nesterov: true, weight_decay: 0.05)),
    };

    public static TheoryData<string, string> Cases => Routes.Times(Makers.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void TwoHundredStepsInFloat64AreTheSame(string name, string route) => AssertSame(name, route, ScalarType.Float64, 1e-9);

    [Theory]
    [MemberData(nameof(Cases))]
    public void TwoHundredStepsInFloat32OverTheSameGradientsAreNear(string name, string route) =>
        AssertSame(name, route, ScalarType.Float32, 1e-6);

    // Both get the same gradients at every step, so that differences of one step do not grow through the loss.
    private static void AssertSame(string name, string route, ScalarType dtype, double tolerance)
    {
        using var scope = NewDisposeScope();
        manual_seed(11);
        Tensor[] start = [randn(17, 9, dtype: dtype), randn(17, dtype: dtype), randn(3, 17, dtype: dtype)];
        Parameter[] ours = [.. start.Select(static tensor => new Parameter(tensor.clone()))];
        Parameter[] theirs = [.. start.Select(static tensor => new Parameter(tensor.clone()))];
        var parameters = TrainableParameters.Of(new ParameterList(ours), Routes.Kernels(route));
        using var optimizer = Makers[name].Ours(parameters);
        using var reference = Makers[name].Theirs(theirs);
        for (var step = 0; step < 200; step++)
        {
            using var temporaries = NewDisposeScope();
            for (var i = 0; i < start.Length; i++)
            {
                ours[i].grad = randn(start[i].shape, dtype: dtype);
                theirs[i].grad = ours[i].grad;
            }
            optimizer.Step(zeros([]));
            reference.step();
        }
        foreach (var (our, their) in ours.Zip(theirs))
        {
            var difference = (our - their).norm() / their.norm();
            Assert.True(difference.ToDouble() <= tolerance, $"{difference.ToDouble():R} apart");
        }
    }
}
