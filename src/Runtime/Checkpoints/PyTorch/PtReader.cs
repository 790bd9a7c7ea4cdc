using System.IO.Compression;
using System.IO.Hashing;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>
/// Reads the tensors of a file that <c>torch.save</c> wrote (PyTorch 1.6 and later): a zip archive with a pickle of the structure and one
/// file per storage. The pickle is read as data alone, and every size is checked against the archive before memory is taken.
/// </summary>
internal sealed class PtReader : IDisposable
{
    private const string Pickle = "data.pkl";

    private readonly string _path;
    private readonly ZipArchive _archive;
    private readonly string _folder;
    private readonly HashSet<string> _checked = [];

    private PtReader(string path, ZipArchive archive, string folder, IReadOnlyDictionary<string, PtTensor> tensors)
    {
        _path = path;
        _archive = archive;
        _folder = folder;
        Tensors = tensors;
    }

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, PtTensor> Tensors { get; }

    /// <summary>Opens and checks a file.</summary>
    /// <exception cref="TrainException">It cannot be read, it is no such file, or it holds more than tensors.</exception>
    public static PtReader Open(string path)
    {
        ZipArchive? archive = null;
        try
        {
            archive = PtArchive.Open(path);
            var pickle = PtArchive.PickleOf(archive);
            var folder = pickle.FullName[..^Pickle.Length];
            var bytes = PtArchive.Bytes(pickle);
            var tensors = PtNames.Of(Unpickler.Read(bytes), bytes.Length);
            foreach (var storage in tensors.Values.Select(static tensor => tensor.Storage).Distinct())
            {
                PtArchive.StorageOf(archive, folder, storage);
            }
            return new PtReader(path, archive, folder, tensors);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            archive?.Dispose();
            throw new TrainException($"cannot read the weights file {path}: {error.Message}", error);
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or NotSupportedException)
        {
            archive?.Dispose();
            throw new TrainException($"{path} is not a weights file of PyTorch: {error.Message}", error);
        }
    }

    /// <summary>Reads a tensor to the CPU, in row-major order. The caller owns it.</summary>
    /// <exception cref="TrainException">The file cannot be read, or repeats a few numbers to make a large tensor.</exception>
    public Tensor Read(string name)
    {
        var tensor = Tensors[name];
        if (tensor.Elements > tensor.Storage.Elements)
        {
            throw new TrainException(
                $"'{name}' in {_path} is an expanded view of {tensor.Storage.Elements} numbers; in Python, save a clone of it");
        }
        try
        {
            return ReadChecked(tensor);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw new TrainException($"cannot read '{name}' from the weights file {_path}: {error.Message}", error);
        }
        catch (FormatException error)
        {
            throw new TrainException($"{_path} is damaged: {error.Message}", error);
        }
    }

    public void Dispose() => _archive.Dispose();

    // A storage that several tensors share is checked with the first of them.
    private Tensor ReadChecked(PtTensor tensor)
    {
        var entry = PtArchive.StorageOf(_archive, _folder, tensor.Storage);
        using var stream = entry.Open();
        var checksum = _checked.Contains(tensor.Storage.Key) ? null : new Crc32();
        var size = tensor.Storage.ElementSize;
        PtArchive.Skip(stream, tensor.Offset * size, checksum);
        using var flat = torch.empty([tensor.Span], dtype: tensor.Storage.Type);
        TensorBytes.Read(flat, stream);
        if (checksum is not null)
        {
            TensorBytes.Send(flat, checksum.Append);
            PtArchive.Skip(stream, (tensor.Storage.Elements - tensor.Offset - tensor.Span) * size, checksum);
            PtArchive.Check(entry, checksum.GetCurrentHashAsUInt32());
            _checked.Add(tensor.Storage.Key);
        }
        if (tensor.IsContiguous)
        {
            return flat.view(tensor.Shape);
        }
        using var view = flat.as_strided(tensor.Shape, tensor.Strides, 0);
        return view.contiguous();
    }
}
