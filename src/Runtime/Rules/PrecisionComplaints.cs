namespace TrainSdk.Rules;

/// <summary>What is said of a number type that a device is not made for; the compiler and the run each add their own cure.</summary>
internal static class PrecisionComplaints
{
    public const string HalfOnCpu = "Amp is fp16 but the device is the CPU, which is slow in it";
}
