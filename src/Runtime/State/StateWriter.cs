using System.Globalization;
using static TorchSharp.torch;

namespace TrainSdk.State;

/// <summary>
/// Takes what a checkpoint holds of one part of a run: tensors, and numbers that come back to the last bit. Nothing is copied here; the
/// tensors are read before the next step begins.
/// </summary>
public sealed class StateWriter
{
    private readonly Dictionary<string, Tensor> _tensors;
    private readonly Dictionary<string, string> _values;
    private readonly string _prefix;

    internal StateWriter()
        : this([], [], "")
    {
    }

    private StateWriter(Dictionary<string, Tensor> tensors, Dictionary<string, string> values, string prefix)
    {
        _tensors = tensors;
        _values = values;
        _prefix = prefix;
    }

    /// <summary>All tensors by their full names; live ones.</summary>
    internal IReadOnlyDictionary<string, Tensor> Tensors => _tensors;

    /// <summary>All numbers and words by their full names, as invariant text.</summary>
    internal IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Adds a tensor, which is copied before the next step.</summary>
    /// <param name="name">Its name within this part, such as <c>exp_avg/fc.weight</c>.</param>
    /// <param name="tensor">Of any shape and type, on any device; it must live until the next step.</param>
    public void Add(string name, Tensor tensor) => _tensors.Add(_prefix + name, tensor);

    /// <summary>Adds a tensor that may not be there yet; <see cref="StateReader.Find"/> gives null then.</summary>
    public void AddIfAny(string name, Tensor? tensor)
    {
        if (tensor is not null)
        {
            Add(name, tensor);
        }
    }

    /// <summary>Adds a whole number.</summary>
    public void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a number; NaN and infinity come back too.</summary>
    public void Add(string name, double value) => Add(name, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds a flag.</summary>
    public void Add(string name, bool value) => Add(name, value ? 1L : 0L);

    /// <summary>Adds a word.</summary>
    public void Add(string name, string value) => _values.Add(_prefix + name, value);

    /// <summary>A place for a part of this part: its names are put behind <paramref name="name"/> and a slash.</summary>
    public StateWriter Part(string name) => new(_tensors, _values, $"{_prefix}{name}/");
}
