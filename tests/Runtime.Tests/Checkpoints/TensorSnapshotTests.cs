using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints;

public sealed class TensorSnapshotTests
{
    [Fact]
    public void WhatComesAndGoesTakesNoNewMemoryForTheRest()
    {
        using var scope = NewDisposeScope();
        using var snapshot = new TensorSnapshot();
        var weights = randn(1_000_000);
        var plain = new Dictionary<string, Tensor> { ["weights"] = weights };
        var metrics = new Dictionary<string, Tensor> { ["Metrics/a"] = randn(100), ["Metrics/b"] = zeros(7, dtype: ScalarType.Int64), ["weights"] = weights };
        snapshot.Take("a.safetensors", plain);
        var (first, live) = (AddressOfLargest(snapshot), LiveTensors.Count());
        foreach (var tensors in new[] { metrics, plain, metrics, plain })
        {
            snapshot.Take("a.safetensors", tensors);
            Assert.Equal(first, AddressOfLargest(snapshot));
        }
        // the block of whole numbers stays
        Assert.Equal(live + 1, LiveTensors.Count());
    }

    private static unsafe nint AddressOfLargest(TensorSnapshot snapshot)
    {
        nint address = 0;
        snapshot.Send(bytes =>
        {
            fixed (byte* start = bytes)
            {
                address = bytes.Length >= 4_000_000 ? (nint)start : address;
            }
        });
        return address;
    }

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
