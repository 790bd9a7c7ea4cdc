using TrainSdk.Checkpoints;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Trials;

/// <summary>
/// The learning rate for another batch: in proportion to it for SGD (Goyal et al., 2017), with its square root for Adam and its kin
/// (Malladi et al., 2022). A model with <c>[ScaleLr]</c> does it by itself.
/// </summary>
internal static class BatchRate
{
    /// <summary>The rate that the schedule starts from.</summary>
    public static double Of<TModel, TSettings>(ModelDescription<TModel, TSettings> description, TSettings settings, long batch)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new() => description.BaseLr(With(description, settings, batch));

    /// <summary>The settings with the batch, and with the rate for it.</summary>
    public static TSettings With<TModel, TSettings>(ModelDescription<TModel, TSettings> description, TSettings settings, long batch)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var table = description.Settings;
        var changed = table.With(settings, "BatchSize", NumberText.Format(batch), "find batch");
        if (description.ScaledLr is not null)
        {
            return changed;
        }
        var isAdaptive = table.Find("Beta1") is not null || table.Find("Eps") is not null;
        var lr = ScaleLrCurve.At(
            table.Number(settings, "Lr"), batch, table.Whole(settings, "BatchSize"), isAdaptive ? ScaleRule.SquareRoot : ScaleRule.Linear);
        return table.With(changed, "Lr", NumberText.Format(lr), "find batch");
    }
}
