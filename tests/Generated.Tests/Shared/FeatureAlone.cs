using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>
/// A feature alone ends at the same bits as the loop by hand with that one part exchanged, and at other bits than without it.
/// </summary>
internal static class FeatureAlone
{
    public const double Lr = 1e-3;
    public const int Epochs = 3;

    public static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };
    public static readonly DataSplits Pictures = Samples.Pictures();

    /// <summary>Compares with the loop by hand, and gives the model.</summary>
    public static TModel Same<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, FitResult<TModel> generated, LoopParts parts, int epochs = Epochs, DataSplits? data = null,
        int batchSize = 64)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new()
    {
        var byHand = AnyLoop.Fit(description, new TSettings(), epochs, Lr, seed: 0, batchSize, data ?? Pictures, Quiet, parts);
        Assert.Equal(byHand.History.Count, generated.History.Count);
        Assert.Equal(byHand.BestEpoch, generated.BestEpoch);
        Assert.Equal(byHand.Test, generated.Test);
        Weights.AssertSameBits(byHand.Model, generated.Model);
        return generated.Model;
    }

    /// <summary>Makes sure that the feature made a difference.</summary>
    public static void Differs(nn.Module model)
    {
        var plain = PlainModel.Train(Pictures, options: Quiet).Model;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Weights.AssertSameBits(plain, model));
    }
}
