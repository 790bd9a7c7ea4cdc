using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Trials;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>
/// <c>check overfit</c>: trains on one batch until its loss is near zero. A model that cannot learn a batch by heart has a defect, or is
/// too small (Karpathy, A Recipe for Training Neural Networks, 2019).
/// </summary>
internal sealed class OverfitCheck<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICheck<TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private const int DefaultSteps = 300;
    private const int Looks = 10;

    private static readonly OptionSpec Steps = new("--steps", "N", "most steps of check overfit", OptionGroup.Output)
    {
        Default = NumberText.Format(DefaultSteps),
        Expected = "a whole number such as 300",
    };

    public string Name => "overfit";

    public string Help => "trains a fresh model on one batch alone, whose loss a sound model brings near zero";

    public IReadOnlyList<OptionSpec> Options { get; } = [Steps, MachineOptions.Device];

    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var steps = MachineOptions.Count(arguments, Steps) ?? DefaultSteps;
        var device = ComputeDevice.Resolve(MachineOptions.DeviceOf(arguments));
        var data = OwnData.Load(app, effective.Values, DataOptions.Of(arguments));
        using var signals = new StopSignals(app.Surroundings.Error);
        var overfit = new Overfit<TModel, TSettings>(app.Description, effective.Values, data, device);
        var lr = overfit.Lr;
        app.Surroundings.Output.WriteLine($"one batch of {overfit.Count} samples, {steps} steps at most, lr {HumanNumber.Format(lr)}");
        var every = Math.Max(1, steps / Looks);
        var isLearnt = overfit.Run(steps, every, (step, look) => Write(step, look), signals.Token);
        if (signals.Token.IsCancellationRequested)
        {
            return signals.ExitCode ?? ExitCode.Interrupted;
        }
        app.Surroundings.Output.WriteLine(isLearnt
            ? "the model learns a batch by heart: loss, gradients and optimizer fit together"
            : "the model does not learn one batch by heart: look whether forward uses its input, whether the labels fit the samples "
                + "('check data'), and whether the rate is right ('find lr'); or give more --steps");
        return isLearnt ? ExitCode.Done : ExitCode.WrongUse;
    }

    private void Write(long step, Evaluation look) => app.Surroundings.Output.WriteLine(string.Join("  ",
        look.Metrics.Select(static metric => $"{metric.Name} {HumanNumber.Format(metric.Value)}")
            .Prepend($"loss {HumanNumber.Format(look.Loss)}").Prepend($"step {step}")));
}
