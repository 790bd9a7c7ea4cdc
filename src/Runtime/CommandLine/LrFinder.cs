using TrainSdk.Checkpoints;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Trials;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>find lr</c>: lets the learning rate grow from step to step, and names one to start with.</summary>
internal sealed class LrFinder<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICheck<TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private static readonly OptionSpec Steps = Option("--steps", "N", "steps of find lr", NumberText.Format(LrRange.DefaultSteps));
    private static readonly OptionSpec Least = Option("--least-lr", "LR", "rate of the first step", NumberText.Format(LrRange.LeastLr));
    private static readonly OptionSpec Most = Option("--most-lr", "LR", "rate of the last step", NumberText.Format(LrRange.MostLr));

    public string Name => "lr";

    public string Help => "trains a fresh model with a growing learning rate, prints the losses, and names a rate to start with";

    public IReadOnlyList<OptionSpec> Options { get; } = [Steps, Least, Most, MachineOptions.Device, MachineOptions.Workers];

    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var steps = MachineOptions.Count(arguments, Steps, least: 10) ?? LrRange.DefaultSteps;
        var (least, most) = (Rate(arguments, Least, LrRange.LeastLr), Rate(arguments, Most, LrRange.MostLr));
        if (least >= most)
        {
            throw new TrainException($"{Least.Name} {NumberText.Format(least)} must be below {Most.Name} {NumberText.Format(most)}");
        }
        var device = ComputeDevice.Resolve(MachineOptions.DeviceOf(arguments));
        MachineOptions.UseWorkers(arguments);
        var data = OwnData.Load(app, effective.Values, DataOptions.Of(arguments));
        RunLines.WriteHead(app, device, data, effective);
        using var signals = new StopSignals(app.Surroundings.Error);
        using var trial = new TrialSteps<TModel, TSettings>(app.Description, effective.Values, data, device);
        var range = new LrRange();
        for (var step = 0; step < steps && !range.IsOver && !signals.Token.IsCancellationRequested; step++)
        {
            var lr = LrRange.LrAt(step, steps, least, most);
            range.Add(lr, trial.Take(lr));
        }
        LrLines.Write(app.Surroundings.Output, range, app.Description.BaseLr(effective.Values));
        return signals.ExitCode ?? (range.Suggestion() is null ? ExitCode.WrongUse : ExitCode.Done);
    }

    private static double Rate(ParsedArguments arguments, OptionSpec option, double assumed) => arguments[option] is not { } text ? assumed
        : NumberText.TryNumber(text, out var lr) && lr > 0 && double.IsFinite(lr) ? lr
        : throw new TrainException($"{option.Name}: '{text}' must be {option.Expected}, greater than 0");

    private static OptionSpec Option(string name, string placeholder, string help, string standard) =>
        new(name, placeholder, help, OptionGroup.Output)
        {
            Default = standard,
            Expected = placeholder == "N" ? "a whole number such as 120" : "a number such as 1e-6",
        };
}
