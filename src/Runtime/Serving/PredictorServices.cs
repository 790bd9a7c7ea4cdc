using Microsoft.Extensions.DependencyInjection;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;

namespace TrainSdk.Serving;

/// <summary>Predictors as services.</summary>
public static class PredictorServices
{
    /// <summary>
    /// Registers one <see cref="Predictor{TModel}"/> for the whole application: <c>services.AddPredictor("runs/latest", MyModel.Load)</c>.
    /// The weights are loaded at once, so that a missing file stops the start and not the first request.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="run">A weights file, a run folder, or <c>runs/latest</c>.</param>
    /// <param name="load">The model class's generated <c>Load</c>.</param>
    /// <exception cref="TrainException">There is no such run, or the weights don't fit.</exception>
    public static IServiceCollection AddPredictor<TModel>(this IServiceCollection services, string run, Func<string, TModel> load)
        where TModel : nn.Module, ITrainedModel
    {
        var predictor = new Predictor<TModel>(load(run), ownsModel: true);

        // by a factory, because a container disposes only what it was handed by one
        return services.AddSingleton(_ => predictor);
    }
}
