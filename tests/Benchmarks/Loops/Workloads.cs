using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>The models of the loop benchmark. A slow model sees fewer pictures per round.</summary>
internal static class Workloads
{
    private const int SlowBatches = 25;
    private const int QuickBatches = 2;
    private const int Held = 256;

    public static Workload Of(string model, bool quick) => model switch
    {
        ModelNames.Mlp => Of(model, Mlp.Training.Description, new(), new Recipe(), Samples(Pictures.Count, quick)),
        ModelNames.Everything => Of(
            model, EverythingMlp.Training.Description, new() { Amp = AmpMode.Off },
            new Recipe { LabelSmoothing = 0.1, MaxNorm = 1, Warmup = 50, Accumulate = 2 },
            Samples(Pictures.Count, quick), isValidated: true),
        ModelNames.Cnn => Of(model, Cnn.Training.Description, new(), new Recipe(), Samples(SlowBatches * Recipe.BatchSize, quick)),
        _ => Of(model, RowTransformer.Training.Description, new(), new Recipe(), Samples(SlowBatches * Recipe.BatchSize, quick)),
    };

    private static int Samples(int samples, bool quick) => quick ? QuickBatches * Recipe.BatchSize : samples;

    private static Workload Of<TModel, TSettings>(
        string name, ModelDescription<TModel, TSettings> description, TSettings settings, Recipe recipe, int samples,
        bool isValidated = false)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new()
    {
        var data = new DataSplits(Pictures.Load(samples), isValidated ? Pictures.Load(Held) : null);
        var generated = new GeneratedLoop<TModel, TSettings>(description, settings, data);
        var idiomatic = new IdiomaticLoop(() => description.Build(settings), recipe, data);
        var byHand = new ByHandLoop(() => description.Build(settings), recipe, data);
        var floor = new FloorLoop(() => description.Build(settings), recipe, data);
        return new Workload(name, samples,
        [
            new Contender(Workload.Generated, generated.Run),
            new Contender(Workload.Idiomatic, idiomatic.Run),
            new Contender(Workload.ByHand, byHand.Run),
            new Contender(Workload.Floor, floor.Run),
        ]);
    }
}
