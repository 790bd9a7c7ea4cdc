using Spectre.Console;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Terminal;

/// <summary>What a run does at this moment, in four lines.</summary>
/// <param name="run">The run.</param>
/// <param name="width">Characters of a line.</param>
/// <param name="hasUnicode">Whether the terminal shows more than ASCII.</param>
internal sealed class LiveView(RunOutline run, int width, bool hasUnicode)
{
    private const int LabelWidth = 7;
    private const int NextToBar = 40;
    private const int LongestBar = 50;
    private const int NextToTrail = 53;
    private const int LongestTrail = 32;
    private const int ShortestTrail = 4;
    private const long Megabyte = 1 << 20;

    /// <summary>Cells of the trail of losses; an even number.</summary>
    public int TrailCells => Math.Clamp((width - NextToTrail) / 2 * 2, ShortestTrail, LongestTrail);

    private int BarWidth => Math.Clamp(width - LabelWidth - NextToBar, 5, LongestBar);

    /// <summary>How far the run is.</summary>
    /// <param name="steps">Optimizer steps that were taken.</param>
    /// <param name="epoch">Epoch, from 0.</param>
    /// <param name="left">Time to the end; null while nothing is known.</param>
    public Paragraph Run(long steps, int epoch, TimeSpan? left) => Line("run")
        .AppendBar(steps / (double)(run.Epochs * run.StepsPerEpoch), BarWidth, hasUnicode)
        .Append($"  epoch {NumberText.Format(epoch + 1)}/{NumberText.Format(run.Epochs)}{Left(left)}");

    /// <summary>How far the epoch is.</summary>
    public Paragraph Epoch(StepRecord step, TimeSpan? left)
    {
        var done = (step.Step % run.StepsPerEpoch) + 1;
        var isOver = done == run.StepsPerEpoch && run.HasValidation;
        return Line("epoch")
            .AppendBar(done / (double)run.StepsPerEpoch, BarWidth, hasUnicode)
            .Append($"  step {HumanNumber.Grouped(done)}/{HumanNumber.Grouped(run.StepsPerEpoch)}{(isOver ? ", validating" : Left(left))}");
    }

    /// <summary>What is learned: the mean loss of the last steps, and how it came there.</summary>
    public Paragraph Learning(StepRecord step, double loss, LossTrail trail)
    {
        var line = Line("loss").Append($"{HumanNumber.Short(loss),-9} ", double.IsFinite(loss) ? Looks.Plain : Looks.Bad);
        if (hasUnicode)
        {
            line.Append($"{Sparkline.Of(trail.Cells)}  ", Looks.Done);
        }
        return line
            .Append("lr ", Looks.Label).Append($"{HumanNumber.Short(step.Lr)}  ")
            .Append("grad norm ", Looks.Label)
            .Append(HumanNumber.Short(step.GradNorm), double.IsFinite(step.GradNorm) ? Looks.Plain : Looks.Bad);
    }

    /// <summary>What it costs, and the best validation so far.</summary>
    public Paragraph Machine(double samplesPerSecond, long memory, EpochSummary? best)
    {
        var line = Line("speed").Append($"{HumanNumber.Short(samplesPerSecond)}").Append(" samples/s  ", Looks.Label)
            .Append("memory ", Looks.Label).Append($"{HumanNumber.Grouped(memory / Megabyte)} MB");
        return best is null ? line : line
            .Append("  lowest val loss ", Looks.Label)
            .Append(HumanNumber.Short(best.Validation.Loss), Looks.Good)
            .Append($" in epoch {NumberText.Format(best.Epoch + 1)}", Looks.Label);
    }

    private static Paragraph Line(string label) => new Paragraph().Append(label.PadRight(LabelWidth), Looks.Label);

    // Whole seconds: an estimate with decimals would only flicker.
    private static string Left(TimeSpan? left) =>
        left is { } time ? $", {HumanNumber.Time(TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds)))} left" : "";
}
