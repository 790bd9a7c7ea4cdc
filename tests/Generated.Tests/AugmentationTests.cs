using TorchSharp;
using TrainSdk.Augmentation;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Generated.Tests;

/// <summary>
/// Each augmentation alone, and all of them, end at the same bits as a loop by hand that changes sample by sample, whatever the number of
/// workers, and at other bits than without.
/// </summary>
public sealed class AugmentationTests
{
    private const int Epochs = 3;
    private const int BatchSize = 64;

    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false, Workers = 2 };
    private static readonly DataSplits Pictures = Samples.BytePictures();

    [Fact]
    public void RandomCrop() =>
        Same(RandomCropModel.Training.Description, RandomCropModel.Train(Pictures, options: Quiet), Augmented(new RandomCrop(2)));

    [Fact]
    public void Flip() => Same(FlipModel.Training.Description, FlipModel.Train(Pictures, options: Quiet), Augmented(new Flip(0.4, 0.3)));

    [Fact]
    public void RandAugment() =>
        Same(RandAugmentModel.Training.Description, RandAugmentModel.Train(Pictures, options: Quiet), Augmented(new RandAugment(2, 12)));

    [Fact]
    public void AutoAugment() => Same(
        AutoAugmentModel.Training.Description, AutoAugmentModel.Train(Pictures, options: Quiet), Augmented(new AutoAugment(AutoAugmentPolicy.Svhn)));

    [Fact]
    public void TrivialAugment() =>
        Same(TrivialAugmentModel.Training.Description, TrivialAugmentModel.Train(Pictures, options: Quiet), Augmented(new TrivialAugment()));

    [Fact]
    public void ColorJitter() => Same(
        ColorJitterModel.Training.Description, ColorJitterModel.Train(Pictures, options: Quiet), Augmented(new ColorJitter(0.4, 0.4, 0.4, 0.1)));

    [Fact]
    public void RandomErasing() => Same(
        RandomErasingModel.Training.Description, RandomErasingModel.Train(Pictures, options: Quiet), Augmented(new RandomErasing(0.7, 0.02, 0.33)));

    [Fact]
    public void MixUp() => Same(
        MixUpModel.Training.Description, MixUpModel.Train(Pictures, options: Quiet), new LoopParts { Mixing = new BatchMixing(0, mixUp: 0.4) });

    [Fact]
    public void CutMix() => Same(
        CutMixModel.Training.Description, CutMixModel.Train(Pictures, options: Quiet), new LoopParts { Mixing = new BatchMixing(0, cutMix: 1) });

    [Fact]
    public void Normalize()
    {
        var result = NormalizeModel.Train(Pictures, options: Quiet);
        Same(NormalizeModel.Training.Description, result, new LoopParts(), Normalized());
        Assert.Equal([0.02 * 255], ((ITrainedModel)result.Model).Card!.Encoding.Mean);
        Assert.Equal([0.04 * 255], ((ITrainedModel)result.Model).Card!.Encoding.Scale);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void All_of_them(int workers)
    {
        var data = Normalized();
        var parts = Augmented(data, new RandomCrop(1), new Flip(), new RandAugment(1, 6), new ColorJitter(0.2), new RandomErasing(0.4)) with
        {
            Mixing = new BatchMixing(0, mixUp: 0.3, cutMix: 1),
            Accumulate = 3,
            TrainingLoss = static (output, target) => cross_entropy(output, target, label_smoothing: 0.2),
        };
        Same(AugmentedModel.Training.Description, AugmentedModel.Train(Pictures, options: Quiet with { Workers = workers }), parts, data);
    }

    [Fact]
    public void Mixing_that_is_switched_off_changes_nothing_but_the_form_of_the_target()
    {
        var off = MixUpModel.Train(Pictures, new MixUpModel.Hyperparameters { MixUp = 0 }, Quiet);
        var plain = PlainModel.Train(Pictures, options: Quiet);
        Assert.Equal(plain.History.Count, off.History.Count);
        Assert.All(plain.History.Zip(off.History), static pair => Assert.Equal(pair.First.Validation.Loss, pair.Second.Validation.Loss, 1e-5));
    }

    [Fact]
    public void Rows_are_refused_by_name()
    {
        Assert.StartsWith(
            "[RandomCrop] changes images [channels, height, width], and the training inputs are Float32 [4]",
            Assert.Throws<TrainException>(static () => RandomCropModel.Train(Samples.YesAndNo(), options: Quiet)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "[Normalize] takes images [channels, height, width], and the inputs are [4]",
            Assert.Throws<TrainException>(static () => NormalizeModel.Train(Samples.YesAndNo(), options: Quiet)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "[RandAugment] changes images of bytes",
            Assert.Throws<TrainException>(static () => RandAugmentModel.Train(Samples.Pictures(), options: Quiet)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_of_mixed_samples_that_went_wrong_is_computed_again()
    {
        var result = MixUpModel.Train(Pictures, new MixUpModel.Hyperparameters { Lr = 1e30 }, Quiet);
        Assert.Equal(StopReason.Diverged, result.StopReason);
        Assert.NotEqual(DivergencePlace.NotFound, result.Divergence!.Place);
        Assert.Null(result.Divergence.Problem);
    }

    private static DataSplits Normalized() => new(Pictures.Train, Pictures.Validation, Pictures.Test, Pictures.Encoding with
    {
        Mean = [0.02 * 255],
        Scale = [0.04 * 255],
    });

    private static LoopParts Augmented(params IAugmentation[] augmentations) => Augmented(Pictures, augmentations);

    private static LoopParts Augmented(DataSplits data, params IAugmentation[] augmentations) =>
        new() { Batches = epoch => AugmentedByHand.Epoch(data, BatchSize, epoch, augmentations) };

    private static void Same<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, FitResult<TModel> generated, LoopParts parts, DataSplits? data = null)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new()
    {
        var byHand = AnyLoop.Fit(description, new TSettings(), Epochs, constantLr: 1e-3, seed: 0, BatchSize, data ?? Pictures, Quiet, parts);
        Assert.Equal(byHand.BestEpoch, generated.BestEpoch);
        Assert.Equal(byHand.Test, generated.Test);
        Weights.AssertSameBits(byHand.Model, generated.Model);
        var plain = PlainModel.Train(Pictures, options: Quiet).Model;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Weights.AssertSameBits(plain, generated.Model));
    }
}
