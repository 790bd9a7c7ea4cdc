using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>What a step that is left out has made of the buffers is undone, on every route, whether or not the host knows.</summary>
public sealed class ModelBuffersTests
{
    public static TheoryData<string, string> Flags => Routes.Times(["float", "double", "bool", "long"]);

    [Theory]
    [MemberData(nameof(Flags))]
    public void AStepThatIsLeftOutLeavesTheBuffersAsTheyWere(string flag, string route)
    {
        using var scope = torch.NewDisposeScope();
        using var model = new BufferNet();
        using var buffers = new ModelBuffers(model, Routes.Kernels(route));
        model.Spoil(step: 1);
        var good = model.Bits();
        buffers.Keep(unless: Flag(flag, false));
        Assert.Equal(good, model.Bits());
        model.Spoil(double.NaN);
        Assert.NotEqual(good, model.Bits());
        buffers.Keep(unless: Flag(flag, true));
        Assert.Equal(good, model.Bits());
        model.Spoil(double.PositiveInfinity);
        buffers.Keep(unless: Flag(flag, true));
        Assert.Equal(good, model.Bits());
        model.Spoil(step: 2);
        var better = model.Bits();
        buffers.Keep(unless: Flag(flag, false));
        buffers.Keep(unless: Flag(flag, true));
        Assert.Equal(better, model.Bits());
    }

    [Fact]
    public void TheFirstStepHasWhatWasThereAtTheStart()
    {
        using var model = new BufferNet();
        var start = model.Bits();
        using var buffers = new ModelBuffers(model);
        model.Spoil(double.NaN);
        buffers.Keep(unless: torch.tensor(1f));
        Assert.Equal(start, model.Bits());
    }

    [Fact]
    public void AModelWithoutBuffersCostsNothing()
    {
        using var model = nn.Linear(3, 2);
        using var buffers = new ModelBuffers(model);
        using var flag = torch.tensor(true);
        var before = Tensor.TotalCount;
        buffers.Keep(unless: flag);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var model = new BufferNet();
        using var flag = torch.tensor(true);
        var before = Shared.LiveTensors.Count();
        using (var buffers = new ModelBuffers(model))
        {
            buffers.Keep(unless: flag);
        }
        Assert.Equal(before, Shared.LiveTensors.Count());
    }

    private static Tensor Flag(string type, bool value) => torch.tensor(value ? 1 : 0).to(type switch
    {
        "float" => ScalarType.Float32,
        "double" => ScalarType.Float64,
        "bool" => ScalarType.Bool,
        _ => ScalarType.Int64,
    });

    /// <summary>Buffers of three types, one of them not saved, one registered twice, one with gaps between its rows.</summary>
    private sealed class BufferNet : nn.Module<Tensor, Tensor>
    {
        private readonly BatchNorm1d norm = nn.BatchNorm1d(5);
        private readonly Tensor _own = torch.rand(2, 3, dtype: ScalarType.Float64);
        private readonly Tensor _hidden = torch.rand(7);
        private readonly Tensor _gaps = torch.rand(4, 3).t();
        private readonly Tensor _empty = torch.empty(0);

        public BufferNet()
            : base(nameof(BufferNet))
        {
            register_module("norm", norm);
            register_buffer("own", _own);
            register_buffer("again", _own);
            register_buffer("hidden", _hidden, persistent: false);
            register_buffer("gaps", _gaps);
            register_buffer("empty", _empty);
        }

        public override Tensor forward(Tensor input) => norm.call(input);

        public void Spoil(double value = 0, int step = 0)
        {
            using var scope = torch.NewDisposeScope();
            norm.train();
            norm.call(torch.full([4, 5], value + step).add_(torch.rand(4, 5)));
            _own.add_(value + step);
            _hidden.add_(value + step);
            _gaps.add_(value + step);
        }

        public byte[] Bits() =>
        [
            .. new[] { norm.running_mean!, norm.running_var!, norm.num_batches_tracked!, _own, _hidden, _gaps }
                .SelectMany(static buffer => buffer.contiguous().bytes.ToArray()),
        ];
    }
}
