using TrainSdk.Settings;

namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>
/// Names the tensors in a file's value: by their keys in a state dict, by the keys on the way joined by dots in a dictionary of several,
/// and by the empty name where the file is one tensor.
/// </summary>
internal sealed class PtNames
{
    private const int DeepestNesting = 100;

    private readonly Dictionary<string, PtTensor> _found = [];
    private long _visitsLeft;

    private PtNames(long mostVisits) => _visitsLeft = mostVisits;

    /// <summary>The tensors by name; of two of one name the last.</summary>
    /// <param name="root">The value of a pickle.</param>
    /// <param name="pickleLength">
    /// Bytes of the pickle. A value costs it a byte, so more visits than bytes are a value shared to excess.
    /// </param>
    public static Dictionary<string, PtTensor> Of(object? root, long pickleLength)
    {
        var names = new PtNames(pickleLength);
        names.Visit(root, "", 0);
        return names._found;
    }

    private void Visit(object? value, string name, int depth)
    {
        if (depth > DeepestNesting || --_visitsLeft < 0)
        {
            throw new FormatException("its pickle nests or shares its values without end");
        }
        switch (value)
        {
            case PtTensor tensor:
                _found[name] = tensor;
                break;
            case PickleDict dictionary:
                dictionary.Entries.ForEach(entry => Visit(entry.Value, Below(name, Key(entry.Key)), depth + 1));
                break;
            case IReadOnlyList<object?> list:
                for (var at = 0; at < list.Count; at++)
                {
                    Visit(list[at], Below(name, NumberText.Format(at)), depth + 1);
                }
                break;
            default:
                break;
        }
    }

    private static string Key(object? key) => key switch
    {
        string text => text,
        long number => NumberText.Format(number),
        _ => throw new FormatException("its pickle has a dictionary whose keys are neither text nor whole numbers"),
    };

    private static string Below(string name, string key) => name.Length == 0 ? key : $"{name}.{key}";
}
