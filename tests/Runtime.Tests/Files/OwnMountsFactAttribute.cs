using System.Diagnostics;

namespace TrainSdk.Runtime.Tests.Files;

/// <summary>A fact of systems where a process may have mounts of its own, which go away with it.</summary>
internal sealed class OwnMountsFactAttribute : FactAttribute
{
    private static readonly bool MayMount = OperatingSystem.IsLinux() && Works();

    public OwnMountsFactAttribute() => Skip = MayMount ? null : "this system lets no process have mounts of its own";

    private static bool Works()
    {
        try
        {
            using var process = Process.Start("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
