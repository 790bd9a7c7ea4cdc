using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// A copy of tensors in host memory, in the order of their file, so that training goes on while they are written. The memory stays for the
/// next copy, which takes a third of the time then: the system hands out new memory page by page. Some tensors come and go, such as the
/// sums of a metric: the memory stays for them too.
/// </summary>
internal sealed class TensorSnapshot : IDisposable
{
    private const long SentAtOnce = 1 << 26;
    private const long LargeBytes = 1 << 18;

    // Room to grow in a block, as a share of it.
    private const int Room = 8;

    private readonly Dictionary<string, (Tensor View, nint Address, long Length)> _places = [];
    private readonly Dictionary<ScalarType, Tensor> _blocks = [];
    private readonly List<(nint Address, long Length)> _memory = [];

    /// <summary>Where each tensor lies; null before the first copy.</summary>
    public SafetensorsLayout? Layout { get; private set; }

    /// <summary>Copies the tensors as they are now; on the training thread.</summary>
    /// <param name="path">The file that they are for, which errors name.</param>
    /// <param name="tensors">The tensors, on any device.</param>
    /// <exception cref="TrainException">A tensor's type is none of the file's format.</exception>
    public void Take(string path, IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var _ = torch.no_grad();
        if (!Fits(tensors))
        {
            Forget();
            Layout = SafetensorsLayout.Of(path, tensors);
            Reserve(Layout.Entries);
        }
        foreach (var (name, tensor) in tensors)
        {
            Copy(tensor, _places[name]);
        }
    }

    /// <summary>Sends the bytes of the copy; on any thread, and without torch.</summary>
    public unsafe void Send(Action<ReadOnlySpan<byte>> sink)
    {
        foreach (var (address, length) in _memory)
        {
            for (var start = 0L; start < length; start += SentAtOnce)
            {
                sink(new ReadOnlySpan<byte>((void*)(address + (nint)start), (int)Math.Min(SentAtOnce, length - start)));
            }
        }
    }

    public void Dispose()
    {
        Forget();
        foreach (var block in _blocks.Values)
        {
            block.Dispose();
        }
        _blocks.Clear();
    }

    private bool Fits(IReadOnlyDictionary<string, Tensor> tensors) => tensors.Count == _places.Count && tensors.All(
        pair => _places.TryGetValue(pair.Key, out var place)
            && place.View.dtype == pair.Value.dtype && place.View.shape.AsSpan().SequenceEqual(pair.Value.shape));

    private static void Copy(Tensor tensor, (Tensor View, nint Address, long Length) place)
    {
        if (place.Length >= LargeBytes && tensor.device_type == DeviceType.CPU && tensor.is_contiguous())
        {
            HostCopy.Run(HostMemory.AddressOf(tensor), place.Address, place.Length);
        }
        else
        {
            place.View.copy_(tensor);
        }
    }

    // A block for each type: its tensors are views of it, so that torch copies into them from any device.
    private void Reserve(IReadOnlyList<SafetensorsEntry> entries)
    {
        foreach (var type in entries.GroupBy(static entry => entry.Type))
        {
            var size = SafetensorsDtype.SizeOf(type.Key);
            var begin = type.First().Begin;
            var length = type.Last().End - begin;
            var block = BlockOf(type.Key, length / size);
            var address = length > 0 ? HostMemory.AddressOf(block) : 0;
            _memory.Add((address, length));
            foreach (var entry in type)
            {
                using var flat = block.narrow(0, (entry.Begin - begin) / size, (entry.End - entry.Begin) / size);
                var view = flat.view(entry.Shape).DetachFromDisposeScope();
                _places[entry.Name] = (view, address + (nint)(entry.Begin - begin), entry.End - entry.Begin);
            }
        }
    }

    private Tensor BlockOf(ScalarType type, long elements)
    {
        if (_blocks.TryGetValue(type, out var present) && present.numel() >= elements)
        {
            return present;
        }
        present?.Dispose();
        return _blocks[type] = torch.empty([elements + (elements / Room)], dtype: type).DetachFromDisposeScope();
    }

    private void Forget()
    {
        foreach (var (view, _, _) in _places.Values)
        {
            view.Dispose();
        }
        _places.Clear();
        _memory.Clear();
        Layout = null;
    }
}
