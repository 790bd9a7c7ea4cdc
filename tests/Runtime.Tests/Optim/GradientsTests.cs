using System.Globalization;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

public sealed class GradientsTests
{
    public static TheoryData<string> Names => [.. Routes.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void ClippingFollowsPyTorch(string route)
    {
        foreach (var example in Fixture.Open("clipping").GetProperty("cases").EnumerateArray())
        {
            Compare(example, route, gradients => gradients.ClipNorm(example.Number("max")));
        }
    }

    // A norm whose p is not 2, and clipping by value.
    [Theory]
    [MemberData(nameof(Names))]
    public void OtherWaysOfClippingFollowPyTorch(string route)
    {
        var fixture = Fixture.Open("clipping_types");
        foreach (var example in fixture.GetProperty("norms").EnumerateArray())
        {
            var type = example.GetProperty("type").GetString() is var text && text == "inf" ? double.PositiveInfinity : double.Parse(text!, CultureInfo.InvariantCulture);
            Compare(example, route, gradients => gradients.ClipNorm(example.Number("max"), type));
        }
        foreach (var example in fixture.GetProperty("values").EnumerateArray())
        {
            Compare(example, route, gradients => gradients.ClipValue(example.Number("max")));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ClippingByValueStillSeesABadNumber(string route)
    {
        using var scope = NewDisposeScope();
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity })
        {
            var (_, gradients) = With([[1, 2], [bad]], route);
            Assert.Equal(1, gradients.ClipValue(1).IsNotFinite.item<float>());
            Assert.Equal(1, With([[1, 2], [bad]], route).Gradients.ClipNorm(1, double.PositiveInfinity).IsNotFinite.item<float>());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MeasuringChangesNothing(string route)
    {
        using var scope = NewDisposeScope();
        var (model, gradients) = With([[3, 0], [4]], route);
        Assert.Equal(5, gradients.Norm().Value.ToDouble());
        Assert.Equal([3.0, 0], model.parameters().First().grad!.data<double>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OneBadNumberIsSeen(string route)
    {
        using var scope = NewDisposeScope();
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            var (_, gradients) = With([[1, 2], [bad]], route);
            Assert.Equal(1, gradients.ClipNorm(1).IsNotFinite.item<float>());
        }
    }

    // bfloat16 is not read in the host's memory, so that the numbers stay tensors all the way, as on a GPU.
    [Theory]
    [MemberData(nameof(Names))]
    public void WhatTheHostDoesNotReadIsMeasuredAndClippedOnTheDevice(string route)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(torch.zeros(2, dtype: ScalarType.BFloat16)) { grad = torch.tensor(new[] { 3f, 4 }, ScalarType.BFloat16) };
        var gradients = new Gradients(TrainableParameters.Of(new ParameterList(parameter), Routes.Kernels(route)));
        foreach (var max in new[] { 10, 2.5 })
        {
            var norm = gradients.ClipNorm(max);
            Assert.Equal(5, norm.Value.ToSingle());
            Assert.Equal(0, norm.IsNotFinite.item<float>());
        }
        Assert.Equal([1.5f, 2], parameter.grad.to(ScalarType.Float32).data<float>().ToArray());
        parameter.grad.fill_(double.PositiveInfinity);
        Assert.Equal(1, gradients.Norm().IsNotFinite.item<float>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ALargeModelIsMeasuredAsASmallOne(string route)
    {
        using var scope = NewDisposeScope();
        var parameters = new[] { 640_000, 360_000 }.Select(static length => new Parameter(torch.zeros(length)) { grad = torch.ones(length) });
        var norm = new Gradients(TrainableParameters.Of(new ParameterList([.. parameters]), Routes.Kernels(route))).Norm();
        Assert.Equal(1000, norm.Value.item<float>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryGradientIsMultipliedInPlace(string route)
    {
        using var scope = NewDisposeScope();
        var (model, gradients) = With([[1, 2], [4]], route);
        var gradient = model.parameters().First().grad!;
        gradients.Multiply(torch.tensor(0.5));
        Assert.Equal([0.5, 1], gradient.data<double>().ToArray());
        Assert.Equal([2.0], model.parameters().Last().grad!.data<double>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TypesAreMeasuredTogether(string route)
    {
        using var scope = NewDisposeScope();
        var model = new ParameterList(new Parameter(torch.zeros(2)), new Parameter(torch.zeros(1, dtype: ScalarType.Float64)), new Parameter(torch.zeros(3)));
        var (first, second, without) = (model.parameters().First(), model.parameters().ElementAt(1), model.parameters().Last());
        first.grad = torch.tensor(new[] { 3f, 0 });
        second.grad = torch.tensor(new[] { 4.0 });
        var norm = new Gradients(TrainableParameters.Of(model, Routes.Kernels(route))).ClipNorm(2.5);
        Assert.Equal(5, norm.Value.item<double>());
        Assert.Equal(0, norm.IsNotFinite.item<float>());
        Fixture.AssertNear([1.5, 0], [.. first.grad.data<float>().ToArray().Select(static number => (double)number)], 1e-6);
        Fixture.AssertNear([2.0], second.grad.data<double>().ToArray(), 1e-6);
        Assert.Null(without.grad);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MeasuringAndClippingLeaveNoTensorBehind(string route)
    {
        using var scope = NewDisposeScope();
        var (_, gradients) = With([[1, 2], [4]], route);
        var before = LiveTensors.Count();
        for (var i = 0; i < 20; i++)
        {
            using var step = NewDisposeScope();
            gradients.ClipNorm(1 + i);
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ClearedGradientsAreNoneAndNoneIsAnError(string route)
    {
        using var scope = NewDisposeScope();
        var (model, gradients) = With([[1], [2]], route);
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

    private static void Compare(JsonElement example, string route, Func<Gradients, GradientNorm> clip)
    {
        using var scope = NewDisposeScope();
        var (model, gradients) = With(Lists(example, "gradients"), route);
        var norm = clip(gradients);
        Fixture.AssertNear([example.Number("norm")], [norm.Value.ToDouble()], 1e-12);
        Assert.Equal(0, norm.IsNotFinite.item<float>());
        foreach (var (expected, parameter) in Lists(example, "clipped").Zip(model.parameters()))
        {
            Fixture.AssertNear(expected, parameter.grad!.data<double>().ToArray(), 1e-12);
        }
    }

    private static double[][] Lists(JsonElement example, string name) => [.. example.GetProperty(name).EnumerateArray().Select(static list => list.Numbers())];

    private static (ParameterList Model, Gradients Gradients) With(double[][] values, string route)
    {
        var model = new ParameterList([.. values.Select(static list => new Parameter(torch.zeros(list.Length, dtype: ScalarType.Float64)))]);
        foreach (var (parameter, list) in model.parameters().Zip(values))
        {
            parameter.grad = torch.tensor(list);
        }
        return (model, new Gradients(TrainableParameters.Of(model, Routes.Kernels(route))));
    }
}
