using TorchSharp;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>What must hold of samples before anything is trained on them.</summary>
internal static class DataSetChecks
{
    public static void Inputs(IReadOnlyList<Tensor> inputs, Tensor targets)
    {
        if (inputs.Count == 0)
        {
            throw new TrainException("the data set has no inputs; give at least one tensor");
        }
        foreach (var (at, input) in inputs.Index())
        {
            Shapes(input, targets);
            Finite(input, inputs.Count == 1 ? "input" : $"input {at + 1}");
        }
    }

    /// <summary>What must hold of samples that are read.</summary>
    public static void Sources(IReadOnlyList<ISampleSource> inputs, ISampleSource targets)
    {
        if (inputs.Count == 0)
        {
            throw new TrainException("the data set has no inputs; give at least one source");
        }
        if (targets.Count == 0)
        {
            throw new TrainException("the data set is empty; give at least one sample");
        }
        if (inputs.FirstOrDefault(input => input.Count != targets.Count) is { } other)
        {
            throw new TrainException($"there are {other.Count} inputs and {targets.Count} targets; give one target per input");
        }
    }

    public static void Shapes(Tensor inputs, Tensor targets)
    {
        if (inputs.dim() < 2)
        {
            throw new TrainException($"inputs have shape {Text(inputs)}; give [count, …], one row per sample");
        }
        if (inputs.shape[0] != targets.shape.FirstOrDefault())
        {
            throw new TrainException(
                $"inputs are {Text(inputs)} and targets {Text(targets)}: their first sizes must agree, one target per input");
        }
        if (inputs.shape[0] == 0)
        {
            throw new TrainException("the data set is empty; give at least one sample");
        }
        if (targets.dtype != ScalarType.Int64 && !(targets.is_floating_point() && targets.dim() >= 2))
        {
            throw new TrainException(
                $"targets are {targets.dtype} of shape {Text(targets)}; give int64 class indices [count] or [count, time], "
                + "or numbers [count, values]");
        }
    }

    public static void Finite(Tensor values, string what)
    {
        if (!values.is_floating_point())
        {
            return;
        }
        using var scope = torch.NewDisposeScope();
        var bad = values.isfinite().logical_not().nonzero();
        if (bad.shape[0] > 0)
        {
            throw new TrainException(
                $"{what} of sample {bad[0, 0].ToInt64()} is NaN or infinite ({bad.shape[0]} such values); "
                + "remove or fill these samples before training");
        }
    }

    /// <summary>The names of the targets' classes or labels; made up for class indices where none are given.</summary>
    public static IReadOnlyList<string> ClassNames(Tensor targets, IReadOnlyList<string>? names)
    {
        using var scope = torch.NewDisposeScope();
        if (names is not null && names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            throw new TrainException($"a class name appears twice: {string.Join(", ", names)}; give each class a name of its own");
        }
        if (targets.is_floating_point())
        {
            return names is null || names.Count == 0 || names.Count == targets.shape[^1]
                ? names ?? []
                : throw new TrainException(
                    $"{names.Count} class names were given for targets {Text(targets)}; give one per column, or none for values");
        }
        return targets.dim() == 1 ? OfClasses(targets, names) : OfSequences(targets, names);
    }

    private static IReadOnlyList<string> OfClasses(Tensor targets, IReadOnlyList<string>? names)
    {
        var lowest = targets.min().ToInt64();
        if (lowest < 0)
        {
            throw new TrainException($"class index {lowest} is negative; class indices start at 0");
        }
        var highest = targets.max().ToInt64();
        CheckHighest(highest, names);
        return names ?? [.. Enumerable.Range(0, (int)highest + 1).Select(static index => NumberText.Format(index))];
    }

    // A batch of nothing but ignored tokens would have no loss.
    private static IReadOnlyList<string> OfSequences(Tensor targets, IReadOnlyList<string>? names)
    {
        var empty = targets.flatten(1).lt(0).all(1).nonzero();
        if (empty.shape[0] > 0)
        {
            throw new TrainException(
                $"every target of sample {empty[0, 0].ToInt64()} is negative, so that it has nothing to learn "
                + $"({empty.shape[0]} such samples); remove these samples");
        }
        CheckHighest(targets.max().ToInt64(), names);
        return names ?? [];
    }

    private static void CheckHighest(long highest, IReadOnlyList<string>? names)
    {
        if (names is { Count: > 0 } && highest >= names.Count)
        {
            throw new TrainException(
                $"class index {highest} has no name: {names.Count} class names were given, so indices end at {names.Count - 1}");
        }
    }

    private static string Text(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
