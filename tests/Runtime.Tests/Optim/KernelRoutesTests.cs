using TrainSdk.Optim.Kernels;
using TrainSdk.Optim.Updates;

namespace TrainSdk.Runtime.Tests.Optim;

public sealed class KernelRoutesTests
{
    private static readonly IReadOnlyDictionary<string, Func<KernelRoute>> Real = KernelRoutes.All;

    public static TheoryData<string> Names => [.. Routes.Names];

    [Fact]
    public void TheFastestIsTakenWhereItWorks()
    {
        var route = KernelRoutes.Choose(null, Real);
        Assert.Equal("abi", route.Name);
        Assert.Equal("libtorch's C ABI (2.10)", route.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EachRouteCanBeForced(string name)
    {
        var route = KernelRoutes.Choose(name, Real);
        Assert.Equal(name, route.Name);
        Assert.EndsWith(", because TRAINSDK_NATIVE forces it", route.ToString());
    }

    [Fact]
    public void AnUnknownRouteIsRefusedWithTheNearestName() => Assert.Equal(
        "TRAINSDK_NATIVE=scrip is unknown; did you mean 'script'?; use abi, script, torchsharp, or leave it unset",
        Assert.Throws<TrainException>(() => KernelRoutes.Choose("scrip", Real)).Message);

    [Fact]
    public void WhatDoesNotOpenIsPassedOverWithItsReason()
    {
        var route = KernelRoutes.Choose("", With("abi", static () => throw new NotSupportedException("no such function")));
        Assert.Equal("TorchScript, because abi does not work: no such function", route.ToString());
    }

    [Fact]
    public void AForcedRouteThatDoesNotOpenIsAnError() => Assert.Equal(
        "TRAINSDK_NATIVE=abi does not work here: no such function; leave it unset to use what works",
        Assert.Throws<TrainException>(() => KernelRoutes.Choose(
            "abi", With("abi", static () => throw new NotSupportedException("no such function")))).Message);

    [Theory]
    [InlineData(nameof(WrongKernels.Norm), "the gradient norm gives 10 where 5 is right")]
    [InlineData(nameof(AdamUpdate), "AdamW's step gives 1 and -2 where 0.85 and -1.8 is right")]
    [InlineData(nameof(SgdUpdate), "SGD's step gives 1 and -2 where 0.7 and -1.6 is right")]
    [InlineData(nameof(AdagradUpdate), "Adagrad's step gives 1 and -2 where 0.9 and -1.9 is right")]
    [InlineData(nameof(WrongKernels.Clamp), "clipping by value gives 3 and -4 where 3 and -3.5 is right")]
    public void WrongNumbersAreFoundBeforeAModelIsTouched(string broken, string reason)
    {
        var wrong = With("abi", () => new KernelRoute("abi", "broken", new WrongKernels(broken)));
        Assert.Equal($"abi does not work: {reason}", KernelRoutes.Choose(null, wrong).Reason);
    }

    private static OrderedDictionary<string, Func<KernelRoute>> With(string name, Func<KernelRoute> open)
    {
        var routes = new OrderedDictionary<string, Func<KernelRoute>>(Real);
        routes[name] = open;
        return routes;
    }
}
