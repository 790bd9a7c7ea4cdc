using TorchSharp;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;
using Parameter = TorchSharp.Modules.Parameter;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>What a checkpoint holds of an optimizer, and that another goes on from it bit for bit.</summary>
public sealed class OptimizerStateTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, string> Cases => Routes.Times(VariantProblem.Names);

    public static TheoryData<string> VariantNames => [.. Variants.All.Keys];

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnotherGoesOnFromEveryStep(string name, string route)
    {
        const int Steps = 8;
        foreach (var type in new[] { ScalarType.Float64, ScalarType.Float32 })
        {
            for (var stopped = 0; stopped < Steps; stopped++)
            {
                using var whole = new VariantProblem(name, route, type);
                using var later = new VariantProblem(name, route, type);
                for (var step = 0; step < Steps; step++)
                {
                    if (step == stopped)
                    {
                        later.GoOnFrom(whole);
                    }
                    whole.Step(step);
                    if (step >= stopped)
                    {
                        later.Step(step);
                        Assert.Equal(whole.Bits, later.Bits);
                    }
                }
            }
        }
    }

    [Fact]
    public void EveryOptimizerIsAmongTheCases() => Assert.Equal(
        typeof(IOptimizer).Assembly.GetTypes().Where(static type => type.IsPublic && !type.IsInterface && type.IsAssignableTo(typeof(IOptimizer))).ToHashSet(),
        Variants.All.Values.Select(static make => make(TrainableParameters.Of(nn.Linear(2, 2))).GetType()).ToHashSet());

    [Theory]
    [InlineData("adam", "exp_avg", "exp_avg_sq", "step")]
    [InlineData("adamw_amsgrad", "exp_avg", "exp_avg_sq", "max_exp_avg_sq", "step")]
    [InlineData("nadam", "exp_avg", "exp_avg_sq", "mu_product", "mu_product_step", "step")]
    [InlineData("radam", "exp_avg", "exp_avg_sq", "step")]
    [InlineData("rmsprop", "square_avg")]
    [InlineData("rmsprop_centered_momentum", "grad_avg", "momentum_buffer", "square_avg")]
    [InlineData("adagrad", "step", "sum")]
    [InlineData("lion", "exp_avg")]
    [InlineData("sgd")]
    [InlineData("sgd_momentum", "momentum_buffer")]
    [InlineData("sgd_dampening", "momentum_buffer", "step")]
    public void NamesAreThoseOfPyTorchAndOfTheParameters(string variant, params string[] kept)
    {
        var optimizer = Variants.All[variant](TrainableParameters.Of(nn.Sequential(("fc", nn.Linear(2, 2)))));
        Assert.Equal(kept.SelectMany(static name => new[] { $"{name}/fc.bias", $"{name}/fc.weight" }), Saved.NamesOf(optimizer));
    }

    [Theory]
    [MemberData(nameof(VariantNames))]
    public void GroupsDoNotMatter(string variant)
    {
        var model = nn.Sequential(("first", nn.Linear(3, 2)), ("norm", nn.LayerNorm(2)), ("last", nn.Linear(2, 1)));
        var parameters = TrainableParameters.Of(model);
        var plain = Variants.All[variant](parameters);
        var grouped = Variants.All[variant](parameters.Group("last", lrScale: 10).ExcludeBiasAndNorm());
        Step(model, plain);
        Saved.Move(plain, grouped);
        Assert.Equal(Saved.Bits(plain), Saved.Bits(grouped));
    }

    [Fact]
    public void TiedWeightsAreKeptOnceAndFrozenOnesNotAtAll()
    {
        var first = nn.Linear(2, 2, hasBias: false);
        var second = nn.Linear(2, 2, hasBias: false);
        var frozen = nn.Linear(2, 2);
        second.weight = first.weight;
        foreach (var parameter in frozen.parameters())
        {
            parameter.requires_grad = false;
        }
        var model = nn.Sequential(("first", first), ("second", second), ("frozen", frozen));
        Assert.Equal(["momentum_buffer/first.weight"], Saved.NamesOf(new Sgd(TrainableParameters.Of(model))));
    }

    [Fact]
    public void WeightsInAnotherOrderInMemoryAreKeptInTheirOwn()
    {
        var model = nn.Sequential(("conv", nn.Conv2d(2, 3, 2, bias: false)));
        var dense = new AdamW(TrainableParameters.Of(model));
        Step(model, dense);
        var strided = nn.Sequential(("conv", nn.Conv2d(2, 3, 2, bias: false)));
        var weight = (TorchSharp.Modules.Conv2d)strided[0];
        weight.weight = new Parameter(weight.weight!.detach().permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2));
        var lastChannels = new AdamW(TrainableParameters.Of(strided));
        Saved.Move(dense, lastChannels);
        Assert.False(Saved.TensorsOf(lastChannels)["exp_avg/conv.weight"].is_contiguous());
        Assert.Equal(Saved.Bits(dense), Saved.Bits(lastChannels));
    }

    [Fact]
    public void AnotherShapeAndAMissingNameAreRefused()
    {
        var saved = Saved.Of(new AdamW(TrainableParameters.Of(nn.Sequential(("fc", nn.Linear(2, 2))))));
        var wide = new AdamW(TrainableParameters.Of(nn.Sequential(("fc", nn.Linear(2, 3)))));
        Assert.StartsWith("'exp_avg/fc.weight' is Float32 [2, 2] in the checkpoint and Float32 [3, 2] in this run; resume with the model",
            Assert.Throws<TrainException>(() => wide.Load(saved)).Message, StringComparison.Ordinal);
        var other = new AdamW(TrainableParameters.Of(nn.Sequential(("head", nn.Linear(2, 2)))));
        Assert.StartsWith("the checkpoint holds no 'exp_avg/head.weight'",
            Assert.Throws<TrainException>(() => other.Load(saved)).Message, StringComparison.Ordinal);
    }

    private static void Step(nn.Module model, IOptimizer optimizer)
    {
        foreach (var parameter in model.parameters())
        {
            parameter.grad = torch.rand_like(parameter);
        }
        optimizer.Lr = 0.1;
        optimizer.Step(torch.zeros([]));
    }
}
