using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>Every parameter in one group at most, with that group's rates.</summary>
public sealed class ParameterGroupTests
{
    [Fact]
    public void APrefixEndsAtADot()
    {
        using var model = Model();
        var rates = Rates(TrainableParameters.Of(model).Group("body", 0.1, 0.5).Group("body2.bias", 3));
        Assert.Equal((0.1, 0.5), rates["body.weight"]);
        Assert.Equal((0.1, 0.5), rates["body.bias"]);
        Assert.Equal((1, null), rates["body2.weight"]);
        Assert.Equal((3, null), rates["body2.bias"]);
        Assert.Equal((1, null), rates["norm.weight"]);
    }

    [Fact]
    public void AMethodListsParameters()
    {
        using var model = Model();
        var parameters = TrainableParameters.Of(model);
        var rates = Rates(parameters.GroupOf(Child(model, "body2").parameters(), 2));
        Assert.Equal(["body2.weight", "body2.bias"], rates.Where(static pair => pair.Value.LrScale == 2).Select(static pair => pair.Key));
        Assert.All(Rates(parameters).Values, static plain => Assert.Equal((1, null), plain));
    }

    [Fact]
    public void ANameThatIsNotThereIsRefused()
    {
        using var model = Model();
        var message = Assert.Throws<TrainException>(() => TrainableParameters.Of(model).Group("bod")).Message;
        Assert.EndsWith("is named \"bod\" or starts with \"bod.\"; the names begin with body, body2, norm", message);
    }

    [Fact]
    public void TwoGroupsDoNotShareAParameter()
    {
        using var model = Model();
        var body = Child(model, "body");
        Assert.Equal(
            "body.weight is in two groups, \"body\" and body.parameters(); keep it in one of them",
            Assert.Throws<TrainException>(() => TrainableParameters.Of(model).Group("body").GroupOf(body.parameters())).Message);
    }

    [Fact]
    public void ParametersOfAnotherModelAreRefused()
    {
        using var model = Model();
        using var other = nn.Linear(2, 2);
        Assert.Equal(
            "2 parameters of other.parameters() are not the model's; return those of its own modules",
            Assert.Throws<TrainException>(() => TrainableParameters.Of(model).GroupOf(other.parameters())).Message);
        Assert.Contains("no trainable parameter", Assert.Throws<TrainException>(
            () => TrainableParameters.Of(model).GroupOf([], name: "Head()")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FrozenParametersAreInNoGroup()
    {
        using var model = Model();
        var body = Child(model, "body");
        body.weight!.requires_grad = false;
        Assert.Equal(0.5, Rates(TrainableParameters.Of(model).GroupOf(body.parameters(), 0.5))["body.bias"].LrScale);
    }

    [Fact]
    public void BiasesAndNormsDoNotDecayInWhateverGroup()
    {
        using var model = nn.Sequential(
            ("conv", nn.Conv2d(1, 2, 3)), ("batch", nn.BatchNorm2d(2)), ("layer", nn.LayerNorm([2, 4, 4])), ("head", nn.Linear(2, 2)));
        var parameters = TrainableParameters.Of(model);
        foreach (var grouped in new[] { parameters.ExcludeBiasAndNorm().Group("head", 1, 0.5), parameters.Group("head", 1, 0.5).ExcludeBiasAndNorm() })
        {
            var decays = Rates(grouped).Where(static pair => pair.Value.WeightDecay != 0).ToDictionary();
            Assert.Equal(["conv.weight", "head.weight"], decays.Keys.Order(StringComparer.Ordinal));
            Assert.Equal((1, 0.5), decays["head.weight"]);
        }
    }

    private static Sequential Model() => nn.Sequential(("body", nn.Linear(2, 2)), ("body2", nn.Linear(2, 2)), ("norm", nn.BatchNorm1d(2)));

    private static Linear Child(nn.Module model, string name) =>
        (Linear)model.named_children().Single(child => child.name == name).module;

    private static Dictionary<string, (double LrScale, double? WeightDecay)> Rates(TrainableParameters parameters) => parameters.Names
        .Zip(parameters.Rates).ToDictionary(static pair => pair.First, static pair => (pair.Second.LrScale, pair.Second.WeightDecay));
}
