using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>A plain line per epoch.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="epochs">Epochs of the whole run.</param>
internal sealed class EpochLines(TextWriter output, string epochs) : IProgress<EpochSummary>
{
    public void Report(EpochSummary value) => output.WriteLine(string.Join("  ", Parts(value)));

    private IEnumerable<string> Parts(EpochSummary epoch)
    {
        yield return $"epoch {NumberText.Format(epoch.Epoch + 1)}/{epochs}";
        yield return $"train loss {HumanNumber.Format(epoch.Train.Loss)}";
        var hasValidation = !epoch.Validation.Equals(Evaluation.None);
        if (hasValidation)
        {
            yield return $"val loss {HumanNumber.Format(epoch.Validation.Loss)}";
        }
        var (prefix, measured) = hasValidation ? ("val", epoch.Validation) : ("train", epoch.Train);
        foreach (var metric in measured.Metrics)
        {
            yield return $"{prefix} {metric.Name} {HumanNumber.Format(metric.Value)}";
        }
        yield return $"lr {HumanNumber.Format(epoch.Lr)}";
        yield return $"grad norm {HumanNumber.Format(epoch.GradNorm)}";
        yield return $"{HumanNumber.Format(Math.Round(epoch.Seconds, 2))} s";
    }
}
