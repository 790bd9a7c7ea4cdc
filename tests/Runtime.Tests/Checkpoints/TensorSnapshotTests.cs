using TorchSharp;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints;

public sealed class TensorSnapshotTests
{
    // Large ones are copied past the cache, small and strided ones by torch; parameters want gradients.
    [Fact]
    public void EveryKindOfTensorIsCopiedBitForBit()
    {
        using var scope = NewDisposeScope();
        using var snapshot = new TensorSnapshot();
        foreach (var extra in (long[])[0, 1])
        {
            var tensors = new Dictionary<string, Tensor>
            {
                ["odd"] = randn(3),
                ["large"] = randn(300, 301 + extra).requires_grad_(),
                ["rest"] = randn(100_000),
                ["strided"] = randn(300, 300).t(),
                ["wide"] = randn(70_000, dtype: ScalarType.Float64),
                ["scalar"] = tensor(7L),
                ["none"] = zeros(0, 4),
                ["half"] = randn(200_001).to(ScalarType.Float16),
                ["flags"] = randn(300_000).gt(0),
            };
            for (var round = 0; round < 2; round++)
            {
                snapshot.Take("a.safetensors", tensors);
                using var sent = new MemoryStream();
                snapshot.Send(sent.Write);
                var bytes = sent.ToArray();
                Assert.Equal(snapshot.Layout!.DataLength, bytes.Length);
                Assert.All(snapshot.Layout.Entries, entry => Assert.True(
                    bytes.AsSpan((int)entry.Begin, (int)(entry.End - entry.Begin)).SequenceEqual(tensors[entry.Name].detach().contiguous().bytes),
                    entry.Name));
                using (no_grad())
                {
                    tensors["large"].add_(1);
                }
            }
        }
    }
}
