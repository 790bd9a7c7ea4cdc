using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Windows whose batches are cut into pieces, and begun again.</summary>
public sealed class MicroBatchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    public void ACutStaysOneWherePiecesAreHalved(long count)
    {
        using var model = nn.Linear(4, 3);
        var micro = new MicroBatches(model);
        var before = micro.Bounds(count);
        Assert.Equal([0, count], before);
        while (micro.TryHalve(64))
        {
            var after = micro.Bounds(count);
            Assert.Subset(after.ToHashSet(), before.ToHashSet());
            Assert.All(after.Zip(after.Skip(1)), static piece => Assert.True(piece.Second > piece.First));
            before = after;
        }
        Assert.Equal(64, micro.Pieces);
    }

    [Fact]
    public void WithBatchNormAPieceHasTwoSamples()
    {
        using var model = new SmallNet();
        var micro = new MicroBatches(model);
        Assert.True(micro.HasBatchNorm);
        Assert.True(micro.TryHalve(8));
        Assert.True(micro.TryHalve(8));
        Assert.False(micro.TryHalve(8));
        Assert.Equal([0, 2, 4, 6, 8], micro.Bounds(8));
        Assert.Equal([0, 3], micro.Bounds(3));
    }

    [Fact]
    public void AResumedRunCutsAsBefore()
    {
        using var model = nn.Linear(4, 3);
        var (saved, fresh) = (new MicroBatches(model), new MicroBatches(model));
        saved.TryHalve(16);
        var state = new StateWriter();
        saved.Save(state);
        fresh.Load(new StateReader(static _ => null, state.Values, torch.CPU));
        Assert.Equal(2, fresh.Pieces);
    }

    // The second window of the epoch fails at its third batch, in two pieces and again in four.
    [Fact]
    public void AWindowThatIsBegunAgainGivesTheSameSamplesOnce()
    {
        var data = Samples.Blobs(count: 50);
        using var model = nn.Linear(4, 3);
        var micro = new MicroBatches(model);
        using var batches = BatchLoader.Shuffled(data, InputEncoding.None(4), 8, seed: 3, new Placement(torch.CPU, ScalarType.Float32));
        var order = Permutation.Of(50, 3, 0);
        var (windows, start) = (0, 0);
        foreach (var window in batches.Windows(0, 0, 3, micro))
        {
            var (failures, seen, fresh) = (windows++ == 1 ? 2 : 0, new List<float>(), new List<float>());
            while (!window.IsDone)
            {
                seen.Clear();
                foreach (var batch in window)
                {
                    if (failures > 0 && window.Position == 2)
                    {
                        failures--;
                        Assert.True(micro.TryHalve(8));
                        window.Restart();
                        break;
                    }
                    Assert.Equal(batch.Count, batch.Input.shape[0]);
                    Assert.Equal(batch.Count, batch.Target.shape[0]);
                    seen.AddRange(batch.Input.data<float>().ToArray());
                    if (window.IsNew)
                    {
                        fresh.AddRange(batch.Input.data<float>().ToArray());
                    }
                }
            }
            var end = Math.Min(start + 24, 50);
            var expected = order[start..end].SelectMany(at => data.Inputs[at].data<float>().ToArray());
            Assert.Equal(expected, seen);
            Assert.Equal(expected, fresh);
            start = end;
        }
        Assert.Equal((3, 4), (windows, micro.Pieces));
    }

    [Fact]
    public void PiecesLeaveNothingBehind()
    {
        var data = Samples.Blobs(count: 50);
        using var model = nn.Linear(4, 3);
        var micro = new MicroBatches(model);
        micro.TryHalve(8);
        using var batches = BatchLoader.Shuffled(data, InputEncoding.None(4), 8, seed: 3, new Placement(torch.CPU, ScalarType.Float32));
        var before = LiveTensors.Count();
        foreach (var window in batches.Windows(0, 0, 3, micro))
        {
            using var scope = torch.NewDisposeScope();
            foreach (var batch in window)
            {
                Assert.InRange(batch.Count, 1, 4);
            }
        }
        Assert.Equal(before, LiveTensors.Count());
    }
}
