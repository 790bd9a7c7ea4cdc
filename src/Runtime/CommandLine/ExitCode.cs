namespace TrainSdk.CommandLine;

/// <summary>What a trained app tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int WrongUse = 1;
    public const int Diverged = 3;

    /// <summary>EX_SOFTWARE of sysexits.h.</summary>
    public const int Defect = 70;

    /// <summary>EX_TEMPFAIL of sysexits.h: the time was over, and the run can be resumed.</summary>
    public const int TimeLimit = 75;

    /// <summary>128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
