using TrainSdk.Checkpoints;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>The features about weights, each alone against a loop by hand, and what else is promised of their runs.</summary>
public sealed class WeightFeatureTests : IDisposable
{
    // Half a cosine's middle, which in floating point is not quite a half.
    private static readonly double Half = (1 - Math.Cos(Math.PI / 2)) / 2;
    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };
    private static readonly TrainSdk.Data.DataSplits Pictures = Samples.Pictures();

    private readonly string _folder = Directory.CreateTempSubdirectory("trainsdk-weights-").FullName;

    [Fact]
    public void Ema()
    {
        var generated = EmaModel.Train(Pictures, options: Quiet);
        var byHand = Fit(EmaModel.Training.Description, 3, new LoopParts { Weights = new EmaByHand(0.9, warmup: true) });
        AssertSame(byHand, generated);
        Assert.NotEqual(PlainModel.Train(Pictures, options: Quiet).History[^1].Validation.Loss, generated.History[^1].Validation.Loss);
        AssertSame(
            Fit(EmaModel.Training.Description, 3, new LoopParts { Weights = new EmaByHand(0.5, warmup: false) }),
            EmaModel.Train(Pictures, new EmaModel.Hyperparameters { Ema = 0.5, EmaWarmup = false }, Quiet));
    }

    [Fact]
    public void Ema_keeps_the_average_in_the_weights_file_and_without_validation()
    {
        var options = Quiet with { WriteRunFolder = true, RunDirectory = _folder };
        var result = EmaModel.Train(Pictures, options: options);
        using var loaded = EmaModel.Load(_folder);
        Weights.AssertSameBits(result.Model, loaded);

        var parts = new LoopParts { Weights = new EmaByHand(0.9, warmup: true) };
        AssertSame(
            Fit(EmaModel.Training.Description, 3, parts, Samples.Pictures(held: 0)), EmaModel.Train(Samples.Pictures(held: 0), options: Quiet));
    }

    [Fact]
    public void Swa()
    {
        var options = Quiet with { WriteRunFolder = true, RunDirectory = _folder };
        var generated = SwaModel.Train(Pictures, options: options);
        AssertSame(Fit(SwaModel.Training.Description, 4, OfSwa()), generated);
        Assert.Null(generated.BestEpoch);
        Assert.Equal([1e-3, 1e-3, 1e-3, 3e-3], generated.History.Select(static epoch => Math.Round(epoch.Lr, 12)));
        using var loaded = SwaModel.Load(_folder);
        Weights.AssertSameBits(generated.Model, loaded);
    }

    [Fact]
    public void Swa_that_never_begins_leaves_the_best_epoch()
    {
        var result = SwaModel.Train(Pictures, new SwaModel.Hyperparameters { Epochs = 2 }, Quiet);
        Assert.NotNull(result.BestEpoch);
        AssertSame(Fit(SwaModel.Training.Description, 2, new LoopParts()), result);
    }

    [Fact]
    public void Swa_of_a_cancelled_run_is_not_taken()
    {
        using var source = new CancellationTokenSource();
        var options = Quiet with { Progress = new Cancel(source, afterEpoch: 2) };
        var result = SwaModel.Train(Pictures, options: options, cancel: source.Token);
        Assert.Equal(StopReason.Canceled, result.StopReason);
        Assert.NotNull(result.BestEpoch);
    }

    [Fact]
    public void Freeze()
    {
        var generated = FreezeModel.Train(Pictures, options: Quiet);
        AssertSame(Fit(FreezeModel.Training.Description, 4, new LoopParts { Weights = new Both(new FreezeByHand(9, "_hidden"), new FreezeByHand(2, "_norm")) }), generated);
        using var fresh = FreezeModel.Training.Build(new FreezeModel.Hyperparameters());
        Assert.True(Bits(fresh, "_hidden.weight").SequenceEqual(Bits(generated.Model, "_hidden.weight")));
        Assert.False(Bits(fresh, "_norm.running_mean").SequenceEqual(Bits(generated.Model, "_norm.running_mean")));
    }

    [Fact]
    public void Freeze_that_names_nothing_or_leaves_nothing_ends_the_run_at_its_start()
    {
        using var model = FreezeModel.Training.Build(new FreezeModel.Hyperparameters());
        Assert.Contains(
            "_hidden, _norm, _head", Assert.Throws<TrainException>(() => new FrozenLayers(model, "_hidden.conv1")).Message, StringComparison.Ordinal);
        Assert.Contains("nothing to learn", Assert.Throws<TrainException>(() => new FrozenLayers(model, "").Hold()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pretrained()
    {
        var weight = arange(24 * 64).reshape(24, 64).to(ScalarType.Float32).div(24 * 64);
        var bias = zeros(24);
        var file = Path.Combine(_folder, "hidden.safetensors");
        SafetensorsWriter.Save(file, new Dictionary<string, Tensor> { ["weight"] = weight, ["bias"] = bias, ["more"] = zeros(2) }, new Dictionary<string, string>());
        var settings = new PretrainedModel.Hyperparameters { PretrainedHidden = file };

        var run = Path.Combine(_folder, "run");
        var generated = PretrainedModel.Train(Pictures, settings, Quiet with { WriteRunFolder = true, RunDirectory = run });
        var start = new PretrainedByHand(new Dictionary<string, Tensor> { ["_hidden.weight"] = weight, ["_hidden.bias"] = bias });
        AssertSame(Fit(PretrainedModel.Training.Description, 3, new LoopParts { Weights = start }), generated);
        var record = File.ReadAllText(Path.Combine(run, "pretrained.json"));
        Assert.Contains("\"more\"", record, StringComparison.Ordinal);
        Assert.Contains("\"_hidden.weight\"", record, StringComparison.Ordinal);
    }

    [Fact]
    public void Pretrained_fills_no_model_of_the_callers_and_none_where_no_file_is_named()
    {
        var none = new PretrainedModel.Hyperparameters { PretrainedHidden = "" };
        AssertSame(Fit(PretrainedModel.Training.Description, 3, new LoopParts()), PretrainedModel.Train(Pictures, none, Quiet));
        using var own = PretrainedModel.Training.Build(none);
        Assert.Equal(StopReason.Completed, PretrainedModel.Train(own, Pictures, new PretrainedModel.Hyperparameters { PretrainedHidden = "not there.pt" }, Quiet).StopReason);
    }

    [Fact]
    public void Pretrained_without_its_file_writes_nothing()
    {
        var run = Path.Combine(_folder, "run");
        var error = Assert.Throws<TrainException>(() => PretrainedModel.Train(Pictures, options: Quiet with { WriteRunFolder = true, RunDirectory = run }));
        Assert.Contains("no weights file", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static LoopParts OfSwa() => new()
    {
        Weights = new SwaByHand(start: 2),
        Lr = static (step, stepsPerEpoch) => step < 3 * stepsPerEpoch ? 1e-3 : (5e-3 * Half) + (1e-3 * (1 - Half)),
    };

    private static ReadOnlySpan<byte> Bits(nn.Module model, string name) => model.state_dict()[name].bytes;

    private static FitResult<TModel> Fit<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, int epochs, LoopParts parts, TrainSdk.Data.DataSplits? data = null)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new() =>
        AnyLoop.Fit(description, new TSettings(), epochs, 1e-3, seed: 0, batchSize: 64, data ?? Pictures, Quiet, parts);

    private static void AssertSame<TModel>(FitResult<TModel> expected, FitResult<TModel> actual)
        where TModel : nn.Module
    {
        Assert.Equal(expected.History.Select(static epoch => epoch.Validation.Loss), actual.History.Select(static epoch => epoch.Validation.Loss));
        Assert.Equal(expected.BestEpoch, actual.BestEpoch);
        Assert.Equal(expected.Test?.Loss, actual.Test?.Loss);
        Weights.AssertSameBits(expected.Model, actual.Model);
    }

    private sealed class Both(params WeightsByHand[] parts) : WeightsByHand
    {
        public override void Start(nn.Module model) => Array.ForEach(parts, part => part.Start(model));

        public override void EpochStart(int epoch) => Array.ForEach(parts, part => part.EpochStart(epoch));
    }

    private sealed class Cancel(CancellationTokenSource source, int afterEpoch) : IProgress<TrainSdk.Recording.EpochSummary>
    {
        public void Report(TrainSdk.Recording.EpochSummary value)
        {
            if (value.Epoch == afterEpoch)
            {
                source.Cancel();
            }
        }
    }
}
