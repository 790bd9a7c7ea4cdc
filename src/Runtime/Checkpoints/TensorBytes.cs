using System.IO.Hashing;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>Moves a tensor's elements to and from files, in pieces: a span cannot hold more than 2 GB.</summary>
internal static class TensorBytes
{
    private const long PieceBytes = 1 << 26;

    /// <summary>Sends the elements in row-major order, little-endian; from any device.</summary>
    public static void Send(Tensor tensor, Action<ReadOnlySpan<byte>> sink)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        foreach (var piece in Pieces(tensor.detach().cpu().contiguous()))
        {
            sink(piece.bytes);
        }
    }

    /// <summary>Hashes the elements in the same order.</summary>
    public static void Append(Tensor tensor, NonCryptographicHashAlgorithm hash)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        foreach (var piece in Pieces(tensor.detach().cpu().contiguous()))
        {
            hash.Append(piece.bytes);
        }
    }

    /// <summary>Fills a contiguous tensor on the CPU.</summary>
    public static void Read(Tensor tensor, Stream stream)
    {
        using var scope = torch.NewDisposeScope();
        foreach (var piece in Pieces(tensor))
        {
            stream.ReadExactly(piece.bytes);
        }
    }

    private static IEnumerable<Tensor> Pieces(Tensor tensor)
    {
        var flat = tensor.view(-1);
        var count = flat.numel();
        var size = PieceBytes / tensor.element_size();
        for (var start = 0L; start < count; start += size)
        {
            yield return flat.narrow(0, start, Math.Min(size, count - start));
        }
    }
}
