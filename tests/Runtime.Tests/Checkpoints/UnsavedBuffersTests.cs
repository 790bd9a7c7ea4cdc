using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints;

/// <summary>Buffers that are in no state dict go on with a run, each under its own name.</summary>
public sealed class UnsavedBuffersTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void TheyAreKeptByNameAndGivenBack()
    {
        var (whole, later) = (new Counting(new Counting(null)), new Counting(new Counting(null)));
        whole.forward(zeros(1));
        whole.forward(zeros(1));
        Assert.Equal(["calls", "inner.calls"], Saved.NamesOf(new UnsavedBuffers(whole)));
        Saved.Move(new UnsavedBuffers(whole), new UnsavedBuffers(later));
        Assert.Equal([2, 2], later.Calls);
        Assert.Empty(Saved.NamesOf(new UnsavedBuffers(nn.BatchNorm1d(2))));
    }

    public void Dispose() => _scope.Dispose();

    private sealed class Counting : nn.Module<Tensor, Tensor>
    {
        private readonly Counting? _inner;
        private readonly Tensor _calls = zeros([], dtype: ScalarType.Int64);

        public Counting(Counting? inner)
            : base("counting")
        {
            _inner = inner;
            register_buffer("calls", _calls, persistent: false);
            register_buffer("saved", zeros(2));
            if (inner is not null)
            {
                register_module("inner", inner);
            }
        }

        public long[] Calls => [_calls.ToInt64(), .. _inner?.Calls ?? []];

        public override Tensor forward(Tensor input)
        {
            _calls.add_(1);
            return _inner?.forward(input) ?? input;
        }
    }
}
