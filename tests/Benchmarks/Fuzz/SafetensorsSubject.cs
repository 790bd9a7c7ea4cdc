using System.Buffers.Binary;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Fuzz;

/// <summary>A file as a run writes it, with a checksum over all of it.</summary>
internal sealed class SafetensorsSubject : IFuzzSubject
{
    private const int PrefixLength = 8;
    private const int Digits = 32;

    private static readonly byte[] Mark = System.Text.Encoding.ASCII.GetBytes($"\"{FileChecksum.Key}\":\"xxh128:");

    public SafetensorsSubject(string folder)
    {
        var path = Path.Combine(folder, "good.safetensors");
        using var scope = torch.NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>
        {
            ["fc.weight"] = arange(60f).reshape(3, 4, 5),
            ["fc.bias"] = arange(7.0),
            ["none"] = zeros(0, 3),
            ["AdamW/step"] = tensor(5L),
            ["half"] = arange(9f).to(ScalarType.BFloat16),
        };
        SafetensorsWriter.Save(path, tensors, WeightsMetadata.Of(new ModelCard { Model = "Fuzz", Encoding = InputEncoding.None(4) }));
        Good = File.ReadAllBytes(path);
    }

    public string Name => "safetensors";

    public bool IsGuarded => true;

    public byte[] Good { get; }

    public string Read(string path)
    {
        using var reader = SafetensorsReader.Open(path);
        return Contents.Of(reader.Header.Entries.Select(entry => (entry.Name, (Func<Tensor>)(() => reader.Read(entry)))));
    }

    // Half of them keep the checksum, which is made right; the others are files of somebody else, who writes none.
    public byte[] Forged(Random random)
    {
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(Good);
        var header = Good.AsSpan(PrefixLength, length).ToArray();
        var isOurs = random.Next(2) == 0;
        if (!isOurs)
        {
            var at = header.AsSpan().IndexOf("\"AdamW"u8);
            header = [.. "{"u8, .. header.AsSpan(at)];
        }
        header = Mutation.Of(header, random);
        var data = Good[(PrefixLength + length)..];
        byte[] head = [.. new byte[PrefixLength], .. header];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)header.Length);
        var digits = head.AsSpan().IndexOf(Mark) + Mark.Length;
        if (digits >= Mark.Length && digits + Digits <= head.Length)
        {
            FileChecksum.Fill(head, sink => sink(data));
        }
        return [.. head, .. data];
    }
}
