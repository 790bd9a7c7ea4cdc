using TrainSdk.Checkpoints;
using static TorchSharp.torch;

namespace TrainSdk.Serving;

/// <summary>Makes predictors of trained models.</summary>
public static class Predictor
{
    /// <summary>
    /// Serves a model that <c>Load</c> or <c>Train</c> gave: puts it into evaluation mode, and encodes every input as its training did.
    /// The model must not be trained while it serves; it stays the caller's to dispose.
    /// </summary>
    /// <exception cref="TrainException">The model has no card, so nothing is known of its inputs and classes.</exception>
    public static Predictor<TModel> For<TModel>(TModel model)
        where TModel : nn.Module, ITrainedModel => new(model, ownsModel: false);
}
