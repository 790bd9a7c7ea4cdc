using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Settings;

namespace TrainSdk.Generated.Tests;

/// <summary>The generated learning rate against its closed form.</summary>
public sealed class ScheduleTests
{
    private const long StepsPerEpoch = 10;

    [Fact]
    public void Constant() => Assert.Equal(1e-3, PlainModel.Training.Lr(7, new PlainModel.Hyperparameters(), StepsPerEpoch));

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(4, 0.5)]
    [InlineData(9, 1.0)]
    [InlineData(10, 1.0)]
    [InlineData(20, 0.5)]
    [InlineData(30, 0.0)]
    [InlineData(31, 0.0)]
    public void Warmup_then_cosine(long step, double share) =>
        Assert.Equal(1e-3 * share, TemplateModel.Training.Lr(step, new TemplateModel.Hyperparameters(), StepsPerEpoch), 1e-18);

    [Fact]
    public void The_cosine_ends_at_its_lowest_rate() =>
        Assert.Equal(1e-4, CosineModel.Training.Lr(30, new CosineModel.Hyperparameters(), StepsPerEpoch), 1e-18);

    [Fact]
    public void A_warmup_longer_than_the_run_is_cut_to_it()
    {
        var settings = new TemplateModel.Hyperparameters { Warmup = Duration.Epochs(50) };
        Assert.Equal(1e-3, TemplateModel.Training.Lr(29, settings, StepsPerEpoch), 1e-18);
        Assert.Equal(1e-3 / 30, TemplateModel.Training.Lr(0, settings, StepsPerEpoch), 1e-18);
    }
}
