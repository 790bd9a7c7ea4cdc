using TrainSdk.Checkpoints.PyTorch;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>The tensors of a file of either format, by name.</summary>
internal sealed class TensorSource : IDisposable
{
    private readonly IDisposable _reader;
    private readonly Func<string, Tensor> _read;

    private TensorSource(string path, IDisposable reader, IReadOnlyList<SourceTensor> tensors, Func<string, Tensor> read)
    {
        Path = path;
        Tensors = tensors;
        _reader = reader;
        _read = read;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What is in it.</summary>
    public IReadOnlyList<SourceTensor> Tensors { get; }

    /// <summary>Opens a file: safetensors by its ending, else one of <c>torch.save</c>.</summary>
    /// <exception cref="TrainException">There is no such file, or it is damaged.</exception>
    public static TensorSource Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new TrainException($"there is no weights file {path}; give one that is there, or train without it");
        }
        return path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) ? OfSafetensors(path) : OfPyTorch(path);
    }

    /// <summary>Reads a tensor to the CPU. The caller owns it.</summary>
    public Tensor Read(string name) => _read(name);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static TensorSource OfSafetensors(string path)
    {
        var reader = SafetensorsReader.Open(path);
        var entries = reader.Header.Entries.ToDictionary(static entry => entry.Name);
        return new TensorSource(
            path,
            reader,
            [.. entries.Values.Select(static entry => new SourceTensor(entry.Name, entry.Type, entry.Shape))],
            name => reader.Read(entries[name]));
    }

    private static TensorSource OfPyTorch(string path)
    {
        var reader = PtReader.Open(path);
        return new TensorSource(
            path,
            reader,
            [.. reader.Tensors.Select(static entry => new SourceTensor(entry.Key, entry.Value.Storage.Type, entry.Value.Shape))],
            reader.Read);
    }
}
