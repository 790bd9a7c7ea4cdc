using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.PlainTorch;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Generated.Tests;

/// <summary>In float64 the generated loops agree with a plain TorchSharp loop to 1e-9, fed with the same batches.</summary>
public sealed class PlainTorchTests
{
    private const double Tolerance = 1e-9;

    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };

    // Validated on what it learns: the last epoch is the best, so that its weights are compared.
    private static readonly DataSplits Data = new(Samples.Pictures().Train, Samples.Pictures().Train);

    [Fact]
    public void Plain()
    {
        var settings = new PlainModel.Hyperparameters { Dropout = 0 };
        var generated = PlainModel.Training.Build(settings).to(ScalarType.Float64);
        var plain = PlainModel.Training.Build(settings).to(ScalarType.Float64);
        TorchLoop.Train(plain, Batches(plain, settings.Epochs, settings.BatchSize, settings.Seed), optim.Adam(plain.parameters(), lr: 1), _ => settings.Lr,
            static (output, target) => cross_entropy(output, target), clip: null);
        Near(plain, PlainModel.Train(generated, Data, settings, Quiet), settings.Epochs);
    }

    [Fact]
    public void Template()
    {
        var settings = new TemplateModel.Hyperparameters { Dropout = 0, BatchSize = 50, Lr = 0.01, Epochs = 8 };
        var generated = TemplateModel.Training.Build(settings).to(ScalarType.Float64);
        var plain = TemplateModel.Training.Build(settings).to(ScalarType.Float64);
        TorchLoop.Train(plain, Batches(plain, settings.Epochs, settings.BatchSize, settings.Seed), optim.AdamW(plain.parameters(), weight_decay: 1e-4),
            static step => step < 4 ? 0.01 * (step + 1) / 4 : 0.01 * 0.5 * (1 + Math.Cos(Math.PI * (step - 4) / (32 - 4))),
            static (output, target) => cross_entropy(output, target, label_smoothing: 0.1), clip: 1.0);
        Near(plain, TemplateModel.Train(generated, Data, settings, Quiet), settings.Epochs);
    }

    // Windows of four batches against one batch of their size: 52, 52, 52 and 44 samples.
    [Fact]
    public void Windows()
    {
        var settings = new WindowModel.Hyperparameters { Dropout = 0, BatchSize = 13, Accumulate = 4, Amp = AmpMode.Off };
        var generated = WindowModel.Training.Build(settings).to(ScalarType.Float64);
        var plain = WindowModel.Training.Build(settings).to(ScalarType.Float64);
        TorchLoop.Train(plain, Batches(plain, settings.Epochs, settings.BatchSize * settings.Accumulate, settings.Seed),
            optim.SGD(plain.parameters(), learningRate: 1, momentum: 0.9, weight_decay: 5e-4, nesterov: true),
            static step => step < 4 ? 0.05 * (step + 1) / 4 : 1e-4 + ((0.05 - 1e-4) * 0.5 * (1 + Math.Cos(Math.PI * (step - 4) / (16 - 4)))),
            static (output, target) =>
            {
                var weight = target.remainder(2).add(1).to(output.dtype);
                return (cross_entropy(output, target, reduction: nn.Reduction.None) * weight).sum() / weight.sum();
            },
            clip: 0.5);
        Near(plain, WindowModel.Train(generated, Data, settings, Quiet), settings.Epochs);
    }

    private static void Near<TModel>(TModel plain, FitResult<TModel> generated, int epochs)
        where TModel : nn.Module
    {
        Assert.Equal(epochs - 1, generated.BestEpoch);
        Weights.AssertNear(plain, generated.Model, Tolerance);
    }

    // The order of samples is TrainSdk's own; everything after it is not.
    private static List<(Tensor Input, Tensor Target)> Batches(nn.Module model, int epochs, int batchSize, long seed)
    {
        using var loader = BatchLoader.Shuffled(Data.Train, Data.Encoding, batchSize, seed, Placement.Of(model));
        var batches = new List<(Tensor, Tensor)>();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var batch in loader.Epoch(epoch))
            {
                batches.Add((batch.Input.clone(), batch.Target.clone()));
            }
        }
        return batches;
    }
}
