namespace TrainSdk.Native;

/// <summary>
/// How many threads one operation on the CPU should use: one per physical core. Two threads on one core share its arithmetic units
/// and mostly wait for each other.
/// </summary>
internal static class CpuThreads
{
    private const string OpenMpVariable = "OMP_NUM_THREADS";
    private const string CpuFolders = "/sys/devices/system/cpu";
    private const string Siblings = "topology/thread_siblings_list";

    /// <summary>
    /// The threads asked for, else one per physical core; null leaves libtorch's choice: where the cores are not known, or OpenMP was told.
    /// </summary>
    public static int? Choose(int? asked) => asked ?? (OpenMpWasTold() ? null : PhysicalCores(CpuFolders));

    /// <summary>Physical cores that this process may use; null where the system does not tell.</summary>
    /// <param name="cpuFolders">Where Linux describes its processors.</param>
    internal static int? PhysicalCores(string cpuFolders)
    {
        if (!Directory.Exists(cpuFolders))
        {
            return null;
        }
        var cores = Directory.EnumerateDirectories(cpuFolders, "cpu*")
            .Select(static folder => Path.Combine(folder, Siblings))
            .Where(File.Exists)
            .Select(static file => File.ReadAllText(file).Trim())
            .Distinct()
            .Count();
        return cores > 0 ? Math.Min(cores, Environment.ProcessorCount) : null;
    }

    private static bool OpenMpWasTold() => Environment.GetEnvironmentVariable(OpenMpVariable) is not null;
}
