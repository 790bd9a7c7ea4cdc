using System.Runtime.InteropServices;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary>Sends signals to processes.</summary>
internal static class UnixSignal
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    public static void Send(int process, int signal) => Assert.Equal(0, Kill(process, signal));

    // A shell without job control starts background jobs with SIGINT ignored; there it must stay ignored.
    public static bool IsIgnored(int signal)
    {
        const string ignored = "SigIgn:";
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        var mask = File.ReadLines("/proc/self/status").Single(static line => line.StartsWith(ignored, StringComparison.Ordinal));
        return ((Convert.ToUInt64(mask[ignored.Length..].Trim(), 16) >> (signal - 1)) & 1) == 1;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
