using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

public sealed class GradientsTests
{
    [Fact]
    public void ClippingFollowsPyTorch()
    {
        foreach (var example in Fixture.Open("clipping").GetProperty("cases").EnumerateArray())
        {
            using var scope = NewDisposeScope();
            var (model, gradients) = With(Lists(example, "gradients"));
            var norm = gradients.ClipNorm(example.Number("max"));
            Fixture.AssertNear([example.Number("norm")], [norm.Value.ToDouble()], 1e-12);
            Assert.Equal(0, norm.IsNotFinite.item<float>());
            foreach (var (expected, parameter) in Lists(example, "clipped").Zip(model.parameters()))
            {
                Fixture.AssertNear(expected, parameter.grad!.data<double>().ToArray(), 1e-12);
            }
        }
    }

    [Fact]
    public void MeasuringChangesNothing()
    {
        using var scope = NewDisposeScope();
        var (model, gradients) = With([[3, 0], [4]]);
        Assert.Equal(5, gradients.Norm().Value.ToDouble());
        Assert.Equal([3.0, 0], model.parameters().First().grad!.data<double>().ToArray());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void OneBadNumberIsSeen(double bad)
    {
        using var scope = NewDisposeScope();
        var (_, gradients) = With([[1, 2], [bad]]);
        Assert.Equal(1, gradients.ClipNorm(1).IsNotFinite.item<float>());
    }

    [Fact]
    public void ClearedGradientsAreNoneAndNoneIsAnError()
    {
        using var scope = NewDisposeScope();
        var (model, gradients) = With([[1], [2]]);
        gradients.Clear();
        Assert.All(model.parameters(), static parameter => Assert.Null(parameter.grad));
        Assert.Contains("no parameter received a gradient", Assert.Throws<TrainException>(() => gradients.Norm()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FrozenParametersAreNotListed()
    {
        using var linear = nn.Linear(2, 1);
        linear.bias!.requires_grad = false;
        Assert.Equal(["weight"], TrainableParameters.Of(linear).Names);
        linear.weight!.requires_grad = false;
        Assert.Contains("all of them are frozen", Assert.Throws<TrainException>(() => TrainableParameters.Of(linear)).Message, StringComparison.Ordinal);
    }

    private static double[][] Lists(JsonElement example, string name) => [.. example.GetProperty(name).EnumerateArray().Select(static list => list.Numbers())];

    private static (ParameterList Model, Gradients Gradients) With(double[][] values)
    {
        var model = new ParameterList([.. values.Select(static list => new Parameter(torch.zeros(list.Length, dtype: ScalarType.Float64)))]);
        foreach (var (parameter, list) in model.parameters().Zip(values))
        {
            parameter.grad = torch.tensor(list);
        }
        return (model, new Gradients(TrainableParameters.Of(model)));
    }
}
