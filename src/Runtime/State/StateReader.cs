using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.State;

/// <summary>Gives back what a <see cref="StateWriter"/> took, of one part of a run.</summary>
public sealed class StateReader
{
    private readonly Func<string, Tensor?> _tensors;
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly Device _device;
    private readonly string _prefix;

    /// <summary>Reads from a checkpoint.</summary>
    /// <param name="tensors">Gives a tensor on the CPU that the caller owns; null where there is none of this full name.</param>
    /// <param name="values">The numbers and words by their full names.</param>
    /// <param name="device">Where the run computes.</param>
    internal StateReader(Func<string, Tensor?> tensors, IReadOnlyDictionary<string, string> values, Device device)
        : this(tensors, values, device, "")
    {
    }

    private StateReader(Func<string, Tensor?> tensors, IReadOnlyDictionary<string, string> values, Device device, string prefix)
    {
        _tensors = tensors;
        _values = values;
        _device = device;
        _prefix = prefix;
    }

    /// <summary>Whether there is a number or word of this name.</summary>
    public bool Has(string name) => _values.ContainsKey(_prefix + name);

    /// <summary>The tensor of this name, on the model's device; the caller owns it. Null where there is none.</summary>
    public Tensor? Find(string name)
    {
        var read = OnHost(name);
        if (read is null || read.device_type == _device.type)
        {
            return read;
        }
        using (read)
        {
            return read.to(_device).DetachFromDisposeScope();
        }
    }

    /// <summary>Copies a tensor into one of the same shape and type, on any device.</summary>
    /// <exception cref="TrainException">There is none of this name, or its shape or type is another.</exception>
    public void CopyTo(string name, Tensor target)
    {
        using var _ = torch.no_grad();
        using var source = OnHost(name) ?? throw Missing(name);
        if (source.dtype != target.dtype || !source.shape.AsSpan().SequenceEqual(target.shape))
        {
            throw new TrainException(
                $"'{_prefix}{name}' is {source.dtype} [{string.Join(", ", source.shape)}] in the checkpoint and {target.dtype} "
                + $"[{string.Join(", ", target.shape)}] in this run; resume with the model and the settings that the run was started with");
        }
        target.copy_(source);
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="TrainException">There is none of this name.</exception>
    public long Whole(string name) => long.TryParse(Word(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Missing(name);

    /// <summary>A number.</summary>
    /// <exception cref="TrainException">There is none of this name.</exception>
    public double Number(string name) => double.TryParse(Word(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Missing(name);

    /// <summary>A flag.</summary>
    /// <exception cref="TrainException">There is none of this name.</exception>
    public bool Flag(string name) => Whole(name) != 0;

    /// <summary>A word.</summary>
    /// <exception cref="TrainException">There is none of this name.</exception>
    public string Word(string name) => _values.TryGetValue(_prefix + name, out var value) ? value : throw Missing(name);

    /// <summary>A part of this part.</summary>
    public StateReader Part(string name) => new(_tensors, _values, _device, $"{_prefix}{name}/");

    private Tensor? OnHost(string name) => _tensors(_prefix + name)?.DetachFromDisposeScope();

    private TrainException Missing(string name) => new(
        $"the checkpoint holds no '{_prefix}{name}'; resume with the version of TrainSdk and the attributes that the run was started with");
}
