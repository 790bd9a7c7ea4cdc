using System.Text;

namespace TrainSdk.Generators.Text;

/// <summary>Every name that generated code uses bare. The using directives of a file are made from those that occur in it.</summary>
internal static class KnownNames
{
    public static IReadOnlyList<KnownName> All { get; } =
    [
        .. In("System", Import.Namespace, "Exception", "Func", "Math"),
        .. In("System.Collections.Generic", Import.Namespace, "IReadOnlyList"),
        .. In("System.Threading", Import.Namespace, "CancellationToken"),
        .. In("TrainSdk", Import.Namespace,
            "AmpMode", "AnnealMode", "CosineCurve", "CosineRestartsCurve", "EarlyStopping", "ExponentialCurve", "LinearCurve", "LrPlateau",
            "OneCycleCurve", "PolynomialCurve", "ScaleLrCurve", "ScaleRule", "ScheduleProgress", "StepDecayCurve", "ThresholdMode",
            "TrainException", "WarmupCurve"),
        .. In("TrainSdk", Import.Namespace, "ExponentialAverage", "StochasticWeightAverage", "SwaCurve"),
        .. In("TrainSdk", Import.Namespace, "DivergenceRollback", "FrozenLayers", "PretrainedWeights"),
        .. In("TrainSdk", Import.Namespace,
            "AutoAugment", "AutoAugmentPolicy", "ColorJitter", "Flip", "Normalization", "RandAugment", "RandomCrop", "RandomErasing",
            "TrivialAugment"),
        .. In("TrainSdk.Augmentation", Import.Namespace, "BatchMixing", "MixedBatch"),
        .. In("TrainSdk.Checkpoints", Import.Namespace, "ITrainedModel", "ModelCard", "OutputKind", "WeightsFile"),
        .. In("TrainSdk.CommandLine", Import.Namespace, "TrainCommandLine"),
        .. In("TrainSdk.Data", Import.Namespace,
            "Batch", "BatchLoader", "DataSet", "DataSplits", "IAugmentation", "InputEncoding", "MicroBatches", "Placement"),
        .. In("TrainSdk.Losses", Import.Namespace, "BinaryCrossEntropy", "CrossEntropy", "LossWeights"),
        .. In("TrainSdk.Metrics", Import.Namespace, "Evaluation", "MeanLoss", "MetricSet",
            "Accuracy", "Auroc", "Averaging", "ConfusionMatrix", "F1", "MeanAbsoluteError", "MeanSquaredError", "Perplexity",
            "Precision", "R2", "Recall", "TopK"),
        .. In("TrainSdk.Optim", Import.Alias, "Adagrad", "Adam", "AdamW", "Lion", "NAdam", "RAdam", "RmsProp", "Sgd"),
        .. In("TrainSdk.Precision", Import.Namespace, "Autocast", "GradScaler", "MixedPrecision"),
        .. In("TrainSdk.Settings", Import.Namespace, "Duration", "Milestones", "Setting", "SettingTable"),
        .. In("TrainSdk.Recording", Import.Namespace, "EpochSummary", "IRunSink"),
        .. In("TrainSdk.Training", Import.Namespace,
            "CheckpointSummary", "EpochStart", "FitResult", "FitStart", "ModelDescription", "OutOfMemory", "Randomness", "RunOptions",
            "StepStart", "StepSummary", "StopReason", "TrainingLoop", "TrainingRun", "ValidationStart", "ValidationSummary"),
        .. In("TorchSharp.Modules", Import.Alias, "Parameter"),
        .. In("TorchSharp.torch", Import.Static, "NewDisposeScope", "Tensor", "inference_mode", "nn", "no_grad"),
        .. In("TorchSharp.torch.nn.functional", Import.Static, "cross_entropy", "huber_loss", "l1_loss", "mse_loss"),
    ];

    private static readonly Dictionary<string, KnownName> ByName = All.ToDictionary(static name => name.Name);
    private static readonly ILookup<int, KnownName> ByLength = All.ToLookup(static name => name.Name.Length);

    /// <summary>The known names that occur in code and in references of its documentation.</summary>
    public static HashSet<KnownName> In(string code)
    {
        var found = new HashSet<KnownName>();
        foreach (var (start, length) in BareNames.In(code))
        {
            if (At(code, start, length) is { } known)
            {
                found.Add(known);
            }
        }
        return found;
    }

    /// <summary>The line with each of the taken names written in full.</summary>
    public static string Qualify(string line, IReadOnlyCollection<string> taken)
    {
        if (taken.Count == 0)
        {
            return line;
        }
        var text = new StringBuilder();
        var written = 0;
        foreach (var (start, length) in BareNames.In(line))
        {
            var name = line.Substring(start, length);
            text.Append(line, written, start - written).Append(taken.Contains(name) ? ByName[name].Qualified : name);
            written = start + length;
        }
        return text.Append(line, written, line.Length - written).ToString();
    }

    /// <summary>A type's full name as generated code writes it: bare where it is a known name.</summary>
    public static string Short(string qualified) =>
        All.FirstOrDefault(known => known.Qualified == qualified)?.Name ?? qualified;

    // Most names are not known, and need no text of their own.
    private static KnownName? At(string code, int start, int length)
    {
        foreach (var known in ByLength[length])
        {
            if (known.Name[0] == code[start] && string.CompareOrdinal(known.Name, 0, code, start, length) == 0)
            {
                return known;
            }
        }
        return null;
    }

    private static IEnumerable<KnownName> In(string owner, Import import, params string[] names) =>
        names.Select(name => new KnownName(name, owner, import));
}
