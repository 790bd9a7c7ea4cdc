namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>Time that goes on by hand.</summary>
internal sealed class StoppedTime : TimeProvider
{
    public TimeSpan Now { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;
}
