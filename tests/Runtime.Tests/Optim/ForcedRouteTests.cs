using TrainSdk.Optim.Kernels;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>The environment variable, read in processes of their own.</summary>
public sealed class ForcedRouteTests
{
    [Theory]
    [InlineData("", "libtorch's C ABI (2.10)")]
    [InlineData("abi", "libtorch's C ABI (2.10), because TRAINSDK_NATIVE forces it")]
    [InlineData("script", "TorchScript, because TRAINSDK_NATIVE forces it")]
    [InlineData("torchsharp", "TorchSharp, because TRAINSDK_NATIVE forces it")]
    public void TheVariableForcesTheRoute(string value, string expected)
    {
        var (code, output, error) = OtherProcess.Run(OtherProcess.ShowRoute, (KernelRoutes.Variable, value));
        Assert.Equal((0, expected, ""), (code, output, error));
    }

    [Fact]
    public void AnUnknownValueIsRefusedInOneLine()
    {
        var (code, _, error) = OtherProcess.Run(OtherProcess.ShowRoute, (KernelRoutes.Variable, "fast"));
        Assert.Equal((1, "TRAINSDK_NATIVE=fast is unknown; use abi, script, torchsharp, or leave it unset"), (code, error));
    }
}
