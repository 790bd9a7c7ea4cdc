namespace TrainSdk.Sdk.Tests.Sandbox;

/// <summary>What a finished command left: both streams in one text, in the order of arrival.</summary>
public sealed record CommandResult(string CommandLine, int ExitCode, string Output, TimeSpan Elapsed)
{
    /// <summary>The command's own output shows in the test's message where the exit code is another one.</summary>
    public CommandResult MustExit(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}, expected {code}, of: {CommandLine}\n{Output}");
        return this;
    }

    /// <summary>Succeeded, and nothing warned.</summary>
    public CommandResult MustBeClean()
    {
        MustExit(0);
        Assert.False(Output.Contains("warning", StringComparison.OrdinalIgnoreCase) && !Output.Contains("0 Warning(s)"), Output);
        return this;
    }

    /// <summary>Failed with this error code, named in the output.</summary>
    public CommandResult MustFailWith(string errorCode)
    {
        Assert.True(ExitCode != 0 && Output.Contains($"error {errorCode}"), $"expected {errorCode} of: {CommandLine}\n{Output}");
        return this;
    }
}
