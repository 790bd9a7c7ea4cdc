using System.Runtime.InteropServices;
using TorchSharp;

namespace TrainSdk.Benchmarks.Measuring;

/// <summary>Where the numbers come from.</summary>
internal static class Machine
{
    private const string CpuInfo = "/proc/cpuinfo";
    private static readonly string[] Telling = ["avx2", "avx512f", "avx512_bf16", "amx_bf16", "asimd"];

    /// <summary>Processor, cores, vector instructions and versions, in one line; no name of the machine.</summary>
    public static string Describe() => string.Join(", ",
        Processor(),
        $"{Environment.ProcessorCount} cores",
        Instructions(),
        $"libtorch {torch.__version__}",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.RuntimeIdentifier);

    private static string Processor() => Value("model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Instructions()
    {
        var flags = (Value("flags") ?? Value("Features") ?? "").Split(' ');
        var found = Telling.Where(flags.Contains).ToArray();
        return found.Length > 0 ? string.Join(' ', found) : "instructions unknown";
    }

    private static string? Value(string key) => !File.Exists(CpuInfo)
        ? null
        : File.ReadLines(CpuInfo)
            .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?
            .Split(':', 2)[1].Trim();
}
