using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Recording;

/// <summary>
/// Is told by the loop where in a step it is. From this comes what an epoch's time went into and, of steps 1, 2, 4, …, 64, every 100th to
/// 2,000 and every 500th behind, what they did to each layer. In these steps alone the host waits for a GPU. Nothing here changes what is
/// trained.
/// </summary>
public sealed class StepWatch : IDisposable
{
    private const long Dense = 64;
    private const long Every = 100;
    private const long Long = 2000;
    private const long SeldomEvery = 500;

    private readonly Recorder _recorder;
    private readonly EpochClock _clock;
    private readonly LayerWatch _layers;
    private readonly bool _waits;

    internal StepWatch(Recorder recorder, nn.Module model, Device device)
    {
        _recorder = recorder;
        _clock = recorder.Clock;
        _layers = new LayerWatch(model);
        _waits = device.type == DeviceType.CUDA;
    }

    private bool IsWatched => Watches(_recorder.Steps);

    /// <summary>The batch is there; what follows is its forward pass and its loss.</summary>
    public void Forward() => Enter(Phase.Forward);

    /// <summary>The loss is there; what follows is its backward pass.</summary>
    public void Backward() => Enter(Phase.Backward);

    /// <summary>The gradients of the step are there, before clipping; what follows uses them.</summary>
    public void Update()
    {
        if (IsWatched && _recorder.Files is not null)
        {
            Enter(Phase.Other);
            _layers.BeforeUpdate();
        }
        Enter(Phase.Optimizer);
    }

    /// <inheritdoc/>
    public void Dispose() => _layers.Dispose();

    /// <summary>Whether a step is one of those that are looked at closely: the same ones in every run.</summary>
    internal static bool Watches(long step) => step > 0 && step switch
    {
        <= Dense => long.IsPow2(step),
        <= Long => step % Every == 0,
        _ => step % SeldomEvery == 0,
    };

    /// <summary>The step is over.</summary>
    internal void Done()
    {
        Enter(Phase.Other);
        _clock.StepDone(isTimed: IsTimed);
        if (_layers.IsPending)
        {
            _recorder.Files?.Write(_layers.AfterUpdate(_recorder.Steps));
        }
    }

    // On a GPU the host's times say nothing, unless it waits.
    private bool IsTimed => !_waits || IsWatched;

    private void Enter(Phase phase)
    {
        if (_waits && IsWatched)
        {
            torch.cuda.synchronize();
        }
        _clock.Enter(IsTimed ? phase : Phase.Other);
    }
}
