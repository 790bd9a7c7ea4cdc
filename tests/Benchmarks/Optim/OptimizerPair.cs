using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Optim;

/// <summary>
/// One step of our optimizer and of TorchSharp's, where it has the method, each over parameters and gradients of its own.
/// </summary>
internal sealed class OptimizerPair : IDisposable
{
    public const string Ours = "ours";
    public const string TorchSharps = "torchsharp";

    private readonly ResNetShapes _ourModel = new();
    private readonly ResNetShapes _torchSharpModel = new();
    private readonly IOptimizer _ours;
    private readonly optim.Optimizer? _torchSharp;
    private readonly Tensor _never = torch.zeros([]);
    private readonly Dictionary<string, long> _bytes = [];
    private readonly int _steps;

    public OptimizerPair(
        string name, Func<TrainableParameters, IOptimizer> ours, Func<IEnumerable<Parameter>, optim.Optimizer>? theirs, int steps)
    {
        Name = name;
        _steps = steps;
        _ours = ours(TrainableParameters.Of(_ourModel));
        _ours.Lr = 1e-3;
        _torchSharp = theirs?.Invoke(_torchSharpModel.parameters());
    }

    public string Name { get; }

    public IReadOnlyList<Contender> Contenders =>
    [
        new(Ours, () => Round(Ours, () => _ours.Step(skipIf: _never))),
        .. _torchSharp is { } theirs ? [new(TorchSharps, () => Round(TorchSharps, () => theirs.step()))] : Array.Empty<Contender>(),
    ];

    /// <summary>Bytes of managed memory that a contender allocated per step in the last round.</summary>
    public long BytesPerStep(string contender) => _bytes[contender];

    public void Dispose()
    {
        _ours.Dispose();
        _torchSharp?.Dispose();
        _ourModel.Dispose();
        _torchSharpModel.Dispose();
        _never.Dispose();
    }

    private double Round(string contender, Action step)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < _steps; i++)
        {
            using var scope = NewDisposeScope();
            step();
        }
        var milliseconds = clock.Elapsed.TotalMilliseconds / _steps;
        _bytes[contender] = (GC.GetAllocatedBytesForCurrentThread() - before) / _steps;
        return milliseconds;
    }
}
