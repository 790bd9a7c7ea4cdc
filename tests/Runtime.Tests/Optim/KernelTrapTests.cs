using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>
/// What libtorch's fused kernels do that nobody expects, and what a step here makes of it, on every route. Flags that are no floats are
/// not read by the host, as on a GPU, so that the kernels' own masks are seen.
/// </summary>
public sealed class KernelTrapTests
{
    public static TheoryData<string> Names => [.. Routes.Names];

    public static TheoryData<string, string> Cases => Routes.Times(Makers.Keys);

    private static Dictionary<string, Func<TrainableParameters, IOptimizer>> Makers { get; } = new()
    {
        ["adam"] = static parameters => new TrainSdk.Optim.Adam(parameters, weightDecay: 0.1) { Lr = 0.1 },
        ["adamw"] = static parameters => new TrainSdk.Optim.AdamW(parameters, weightDecay: 0.1, amsgrad: true) { Lr = 0.1 },
        ["nadam"] = static parameters => new TrainSdk.Optim.NAdam(parameters, weightDecay: 0.1) { Lr = 0.1 },
        ["radam"] = static parameters => new TrainSdk.Optim.RAdam(parameters, weightDecay: 0.1) { Lr = 0.1 },
        ["rmsprop"] = static parameters => new RmsProp(parameters, momentum: 0.5, centered: true) { Lr = 0.1 },
        ["adagrad"] = static parameters => new TrainSdk.Optim.Adagrad(parameters, lrDecay: 0.1) { Lr = 0.1 },
        ["lion"] = static parameters => new Lion(parameters) { Lr = 0.1 },
        ["sgd"] = static parameters => new Sgd(parameters, nesterov: true) { Lr = 0.1 },
        ["sgd_dampened"] = static parameters => new Sgd(parameters, dampening: 0.5) { Lr = 0.1 },
    };

    // The kernels leave a step out, but not its count: with it, Adam's correction would be off ever after.
    [Theory]
    [MemberData(nameof(Names))]
    public void ASkippedStepIsNotCounted(string route)
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters(route, [1, 2], [3]);
        using var optimizer = new TrainSdk.Optim.AdamW(parameters) { Lr = 0.1 };
        foreach (var skip in new[] { 1f, 0, 0, 1, 0 })
        {
            optimizer.Step(skipIf: torch.tensor(skip));
            optimizer.Step(skipIf: torch.tensor(skip != 0));
        }
        Assert.Equal([6f, 6f], optimizer.States.Single().Steps.data<float>().ToArray());
    }

    // The kernels skip where the flag is exactly 1, so that the sum of two flags would let the step pass.
    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryFlagButZeroSkips(string name, string route)
    {
        using var scope = NewDisposeScope();
        Tensor[] flags = [torch.tensor(1f), torch.tensor(2f), torch.tensor(-1.0), torch.tensor(float.NaN), torch.tensor(true), torch.tensor(3L)];
        foreach (var flag in flags)
        {
            var parameters = Parameters(route, [1, 2], [3]);
            parameters.Values[0].grad!.fill_(double.NaN);
            using var optimizer = Makers[name](parameters);
            optimizer.Step(flag);
            Assert.Equal([1f, 2f], parameters.Values[0].data<float>().ToArray());
            Assert.Equal([3f], parameters.Values[1].data<float>().ToArray());
        }
    }

    // grad_scale, which is never passed, would divide and rewrite the gradients.
    [Theory]
    [MemberData(nameof(Cases))]
    public void GradientsAreReadAndNotRewritten(string name, string route)
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters(route, [1, 2], [3]);
        using var optimizer = Makers[name](parameters);
        var before = Variants.Bits(parameters.Values.Select(static parameter => parameter.grad!));
        optimizer.Step(torch.zeros([]));
        Assert.Equal(before, Variants.Bits(parameters.Values.Select(static parameter => parameter.grad!)));
    }

    // One NaN makes the norm NaN, the clip factor with it, and every gradient: the step must not be taken at all.
    [Theory]
    [MemberData(nameof(Cases))]
    public void ANaNGradientLeavesWeightsAndStateAsTheyAreBitForBit(string name, string route)
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters(route, [1, 2], [3]);
        using var gradients = new Gradients(parameters);
        using var optimizer = Makers[name](parameters);
        optimizer.Step(gradients.ClipNorm(1).IsNotFinite);
        var before = Variants.Bits(parameters.Values.Concat(Variants.StateOf(optimizer)));

        parameters.Values[1].grad!.fill_(double.NaN);
        var flag = gradients.ClipNorm(1).IsNotFinite;
        optimizer.Step(flag);
        optimizer.Step(flag.to(ScalarType.Bool));

        Assert.All(parameters.Values, static parameter => Assert.True(parameter.grad!.isnan().all().ToBoolean()));
        Assert.Equal(before, Variants.Bits(parameters.Values.Concat(Variants.StateOf(optimizer))));
    }

    // Where the very first step is skipped, the next one is the first: momentum becomes the gradient, and Adam's moments are corrected as such.
    [Theory]
    [MemberData(nameof(Cases))]
    public void AfterASkippedFirstStepTheNextIsTheFirst(string name, string route)
    {
        using var scope = NewDisposeScope();
        var results = new[] { false, true }.Select(skipsFirst =>
        {
            var parameters = Parameters(route, [1, 2], [3]);
            using var optimizer = Makers[name](parameters);
            if (skipsFirst)
            {
                optimizer.Step(torch.tensor(true));
            }
            optimizer.Step(torch.tensor(false));
            optimizer.Step(torch.tensor(false));
            return Variants.Bits(parameters.Values.Concat(Variants.StateOf(optimizer)));
        }).ToArray();
        Assert.Equal(results[0], results[1]);
    }

    // A bias before BatchNorm is taken away again with the mean. Its gradient is rounding noise, which Adam blows up to full steps, so that
    // no two correct implementations agree on it: comparisons leave such a bias out, and the template's convolutions have none.
    [Fact]
    public void AConvolutionsBiasBeforeBatchNormHasNoGradientButNoise()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var convolution = nn.Conv2d(3, 8, 3);
        var loss = nn.BatchNorm2d(8).call(convolution.call(randn(16, 3, 12, 12))).pow(3).sum();
        loss.backward();
        Assert.True((convolution.bias!.grad!.norm() / convolution.weight!.grad!.norm()).ToDouble() < 1e-4);

        using var optimizer = new TrainSdk.Optim.Adam(TrainableParameters.Of(convolution)) { Lr = 0.1 };
        var before = convolution.bias.detach().clone();
        optimizer.Step(torch.zeros([]));
        Assert.True((convolution.bias - before).abs().max().ToDouble() > 0.09);
    }

    [Fact]
    public void AFusedStepOnTheFirstRouteAllocatesUnderAKilobyteOfManagedMemory()
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters("abi", [.. Enumerable.Range(0, 62).Select(static length => new float[length + 1])]);
        Tensor[] flags = [torch.zeros([]), torch.tensor(false)];
        foreach (var (make, skipIf) in Makers.Values.SelectMany(make => flags.Select(flag => (make, flag))))
        {
            using var optimizer = make(parameters);
            if (Variants.GroupsOf(optimizer)[0].Update.Fused is null)
            {
                continue;
            }
            optimizer.Step(skipIf);
            var before = GC.GetAllocatedBytesForCurrentThread();
            optimizer.Step(skipIf);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1023);
        }
    }

    private static TrainableParameters Parameters(string route, params float[][] values) => TrainableParameters.Of(
        new ParameterList([.. values.Select(static list => new Parameter(torch.tensor(list)) { grad = torch.tensor(list).add(0.5) })]),
        Routes.Kernels(route));
}
