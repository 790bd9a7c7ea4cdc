using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Compares a file's tensors with a model's. Shapes must be equal, because copying broadcasts: (1, 4) would fill (8, 4) without a word.
/// Types may differ only where the model's holds every value of the file's.
/// </summary>
internal static class WeightsMatch
{
    private const int NamesShown = 5;

    public static void Check(
        string path, string model, IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, Tensor> targets)
    {
        var given = entries.ToDictionary(static entry => entry.Name);
        var common = entries.Where(entry => targets.ContainsKey(entry.Name));
        string[] problems =
        [
            .. Listed("missing in the file", targets.Keys.Where(name => !given.ContainsKey(name))),
            .. Listed("not in the model", given.Keys.Where(name => !targets.ContainsKey(name))),
            .. Listed("different", common.SelectMany(entry => Difference(entry, targets[entry.Name]))),
        ];
        if (problems.Length > 0)
        {
            throw new TrainException(
                $"{path} does not fit {model}: {string.Join("; ", problems)}; "
                + "build the model with the constructor values it was trained with");
        }
    }

    private static string[] Difference(SafetensorsEntry entry, Tensor target)
    {
        if (!entry.Shape.AsSpan().SequenceEqual(target.shape))
        {
            return [$"{entry.Name} is {Text(entry.Shape)} in the file and {Text(target.shape)} in the model"];
        }
        return entry.Type == target.dtype || torch.promote_types(entry.Type, target.dtype) == target.dtype
            ? []
            : [$"{entry.Name} is {entry.Type} in the file and {target.dtype} in the model"];
    }

    private static string[] Listed(string what, IEnumerable<string> names)
    {
        var sorted = names.Order(StringComparer.Ordinal).ToArray();
        var rest = sorted.Length > NamesShown ? $" and {sorted.Length - NamesShown} more" : "";
        return sorted.Length == 0 ? [] : [$"{what}: {string.Join(", ", sorted.Take(NamesShown))}{rest}"];
    }

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
}
