using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// A copy of tensors in host memory, in the order of their file, so that training goes on while they are written. The memory stays for the
/// next copy, which takes a third of the time then: the system hands out new memory page by page.
/// </summary>
internal sealed class TensorSnapshot : IDisposable
{
    private const long SentAtOnce = 1 << 26;

    private readonly Dictionary<string, Tensor> _places = [];
    private readonly List<Tensor> _blocks = [];
    private (nint Address, long Length)[] _memory = [];

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
            Release();
            Layout = SafetensorsLayout.Of(path, tensors);
            Reserve(Layout.Entries);
        }
        foreach (var (name, tensor) in tensors)
        {
            _places[name].copy_(tensor);
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

    public void Dispose() => Release();

    private bool Fits(IReadOnlyDictionary<string, Tensor> tensors) => tensors.Count == _places.Count && tensors.All(
        pair => _places.TryGetValue(pair.Key, out var place)
            && place.dtype == pair.Value.dtype && place.shape.AsSpan().SequenceEqual(pair.Value.shape));

    // A block for each type: its tensors are views of it, so that torch copies into them from any device.
    private void Reserve(IReadOnlyList<SafetensorsEntry> entries)
    {
        foreach (var type in entries.GroupBy(static entry => entry.Type))
        {
            var size = SafetensorsDtype.SizeOf(type.Key);
            var begin = type.First().Begin;
            var elements = (type.Last().End - begin) / size;
            var block = torch.empty([elements], dtype: type.Key).DetachFromDisposeScope();
            _blocks.Add(block);
            foreach (var entry in type)
            {
                using var flat = block.narrow(0, (entry.Begin - begin) / size, (entry.End - entry.Begin) / size);
                _places[entry.Name] = flat.view(entry.Shape).DetachFromDisposeScope();
            }
        }
        _memory = [.. _blocks.Where(static block => block.numel() > 0)
            .Select(static block => (HostMemory.AddressOf(block), block.numel() * block.element_size()))];
    }

    private void Release()
    {
        foreach (var tensor in _places.Values.Concat(_blocks))
        {
            tensor.Dispose();
        }
        _places.Clear();
        _blocks.Clear();
        _memory = [];
        Layout = null;
    }
}
