using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Generated.Tests;

/// <summary>What a run records of its layers is what plain TorchSharp computes, and recording it changes no bit of the training.</summary>
public sealed class DynamicsTests : IDisposable
{
    private const double Tolerance = 1e-10;
    private static readonly DataSplits Data = Samples.Pictures();

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private RunOptions Recorded => new() { Device = "cpu", RunDirectory = _folder };

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // SGD in closed form: b ← μ·b + g + λ·w, w ← w − lr·(g + λ·w + μ·b) with Nesterov's momentum.
    [Fact]
    public void The_norms_of_layers_are_those_of_sgd_in_closed_form()
    {
        var settings = new SgdModel.Hyperparameters { Dropout = 0, BatchSize = 25, Epochs = 2 };
        var generated = SgdModel.Training.Build(settings).to(ScalarType.Float64);
        var plain = SgdModel.Training.Build(settings).to(ScalarType.Float64);
        SgdModel.Train(generated, Data, settings, Recorded);

        var expected = ByHand(plain, settings).Where(static row => row.Step is 1 or 2 or 4 or 8).ToArray();
        var recorded = Layers();
        Assert.Equal(expected.Select(static row => (row.Step, row.Layer)), recorded.Select(static row => (row.Step, row.Layer)));
        Assert.All(expected.Zip(recorded), static rows =>
        {
            Near(rows.First.WeightNorm, rows.Second.WeightNorm);
            Near(rows.First.GradNorm, rows.Second.GradNorm);
            Near(rows.First.UpdateNorm, rows.Second.UpdateNorm);
            Assert.Equal(rows.First.DeadShare, rows.Second.DeadShare, 1e-6);
        });
    }

    [Fact]
    public void Recording_changes_no_bit_of_what_is_learned()
    {
        var settings = new MinimalModel.Hyperparameters { Epochs = 3 };
        var silent = AnyLoop.Fit(
            MinimalModel.Training.Description, settings, settings.Epochs, settings.Lr, settings.Seed, settings.BatchSize, Data,
            new RunOptions { Device = "cpu", WriteRunFolder = false }, new LoopParts());
        var recorded = MinimalModel.Train(Data, settings, Recorded);
        Assert.NotEmpty(Layers());
        Weights.AssertSameBits(silent.Model, recorded.Model);
    }

    [Fact]
    public void A_frozen_layer_does_not_move_and_has_no_gradient()
    {
        FreezeModel.Train(Data, new FreezeModel.Hyperparameters(), Recorded);
        var frozen = Layers().Where(static row => row.UpdateNorm == 0).ToArray();
        Assert.NotEmpty(frozen);
        Assert.All(frozen, static row => Assert.True(row is { GradNorm: 0, WeightNorm: > 0 } && double.IsNaN(row.DeadShare)));
    }

    [Fact]
    public void The_parts_of_an_epoch_are_within_its_time()
    {
        var epochs = MaximalModel.Train(Data, new MaximalModel.Hyperparameters(), Recorded).History;
        Assert.All(epochs, static epoch =>
        {
            var (data, forward, backward, optimizer, validation, checkpoint) = epoch.Times;
            Assert.All((double[])[data, forward, backward, optimizer, validation], static part => Assert.True(part > 0, $"{part}"));
            Assert.InRange(data + forward + backward + optimizer + validation + checkpoint, 0, epoch.Seconds * 1.0001);
        });
    }

    private IReadOnlyList<LayerRow> Layers() => RunHistory.Read(RunFolder.Find(_folder)).Layers;

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected * (1 - Tolerance), expected * (1 + Tolerance));

    private static List<LayerRow> ByHand(SgdModel model, SgdModel.Hyperparameters settings)
    {
        var rows = new List<LayerRow>();
        var layers = model.named_children().Where(static child => child.module.parameters().Any()).ToArray();
        var momenta = new Dictionary<Parameter, Tensor>();
        var step = 0L;
        using var batches = BatchLoader.Shuffled(Data.Train, Data.Encoding, settings.BatchSize, settings.Seed, Placement.Of(model));
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            foreach (var batch in batches.Epoch(epoch))
            {
                using var scope = NewDisposeScope();
                model.zero_grad();
                cross_entropy(model.call(batch.Input), batch.Target).backward();
                using var _ = no_grad();
                rows.AddRange(layers.Select(layer => RowOf(step, layer.name, layer.module, settings, momenta)));
                step++;
            }
        }
        return rows;
    }

    private static LayerRow RowOf(
        long step, string name, nn.Module layer, SgdModel.Hyperparameters settings, Dictionary<Parameter, Tensor> momenta)
    {
        var (weights, gradients, updates) = (0.0, 0.0, 0.0);
        foreach (var parameter in layer.parameters())
        {
            var slope = parameter.grad! + (settings.WeightDecay * parameter);
            var momentum = momenta.TryGetValue(parameter, out var before) ? (settings.Momentum * before) + slope : slope;
            momenta[parameter] = momentum.DetachFromDisposeScope();
            var update = settings.Lr * (slope + (settings.Momentum * momentum));
            weights += parameter.square().sum().ToDouble();
            gradients += parameter.grad!.square().sum().ToDouble();
            updates += update.square().sum().ToDouble();
            parameter.sub_(update);
        }
        var units = layer.parameters().First().grad!;
        var dead = Enumerable.Range(0, (int)units.shape[0]).Count(unit => units[unit].count_nonzero().ToInt64() == 0);
        return new LayerRow(step, name, Math.Sqrt(weights), Math.Sqrt(gradients), Math.Sqrt(updates)) { DeadShare = dead / (double)units.shape[0] };
    }
}
