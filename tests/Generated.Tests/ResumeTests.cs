using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>
/// Whole models go on from a kill anywhere to the last bit: in the middle of an epoch, before a validation and after it, among windows of
/// batches, and in every number type. Every two attributes do so in <c>Pairs.Tests</c>.
/// </summary>
public sealed class ResumeTests
{
    private static readonly RunOptions Quiet = new() { Device = "cpu", AllowsHalfOnCpu = true };
    private static readonly DataSplits Data = Samples.Pictures();

    [Fact]
    public void Minimal() => GoesOn(MinimalModel.Training.Description, new MinimalModel.Hyperparameters { Epochs = 2 });

    [Theory]
    [InlineData(AmpMode.Off)]
    [InlineData(AmpMode.Bf16)]
    public void Template(AmpMode amp) => GoesOn(TemplateModel.Training.Description, new TemplateModel.Hyperparameters { Amp = amp, Epochs = 3 });

    [Theory]
    [InlineData(AmpMode.Off)]
    [InlineData(AmpMode.Bf16)]
    [InlineData(AmpMode.Fp16)]
    public void Windows(AmpMode amp) => GoesOn(WindowModel.Training.Description, new WindowModel.Hyperparameters { Amp = amp });

    [Theory]
    [InlineData(AmpMode.Off)]
    [InlineData(AmpMode.Bf16)]
    [InlineData(AmpMode.Fp16)]
    public void Maximal(AmpMode amp) => GoesOn(MaximalModel.Training.Description, new MaximalModel.Hyperparameters { Amp = amp });

    [Fact]
    public void Optimizers_with_options() => Assert.All(
        [
            () => GoesOn(AmsgradModel.Training.Description, new AmsgradModel.Hyperparameters()),
            () => GoesOn(DampeningModel.Training.Description, new DampeningModel.Hyperparameters()),
            () => GoesOn(RmsPropModel.Training.Description, new RmsPropModel.Hyperparameters()),
            () => GoesOn(ParamGroupModel.Training.Description, new ParamGroupModel.Hyperparameters()),
        ],
        static (Action goesOn) => goesOn());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_run_that_is_canceled_again_and_again_ends_as_one_that_was_not(int steps) =>
        Interrupted.AssertGoesOnAgainAndAgain(MaximalModel.Training.Description, Data, new MaximalModel.Hyperparameters { Amp = AmpMode.Off }, steps, Quiet);

    [Fact]
    public void Checkpoints_change_nothing()
    {
        var often = Quiet with { WriteRunFolder = true, CheckpointEvery = TimeSpan.Zero };
        using var folders = new RunCopies();
        Weights.AssertSameBits(
            MaximalModel.Train(Data, options: Quiet with { WriteRunFolder = false }).Model,
            MaximalModel.Train(Data, options: often with { RunDirectory = folders.Whole }).Model);
    }

    private static void GoesOn<TModel, TSettings>(ModelDescription<TModel, TSettings> description, TSettings settings)
        where TModel : TorchSharp.torch.nn.Module, TrainSdk.Checkpoints.ITrainedModel
        where TSettings : class, new()
    {
        var places = Interrupted.AssertGoesOn(description, Data, settings, static step => step % 4 is 0 or 1 || step < 8, Quiet);
        // Which checkpoints the copies hold depends on how fast the disk is beside the steps; a cancellation reaches every one.
        Assert.True(places.Count > 2, string.Join(' ', places));
    }
}
