using TrainSdk.Benchmarks.Models.Fashion;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Benchmarks;

/// <summary>The networks of the accuracy table are as large as it says.</summary>
public sealed class FashionModelTests
{
    [Fact]
    public void The_recipes_share_a_network_of_106_thousand_parameters()
    {
        using var model = new FashionPlain();
        Assert.Equal(105_809, Parameters(model));
    }

    [Fact]
    public void The_showcase_has_290_thousand()
    {
        using var model = new FashionShowcase();
        Assert.Equal(485_898, Parameters(model));
    }

    private static long Parameters(Module model) => model.parameters().Sum(static parameter => parameter.numel());
}
