using TrainSdk.Native;

namespace TrainSdk.CommandLine;

/// <summary>Turns an exception into one line and an exit code; only a defect of TrainSdk itself shows its stack.</summary>
internal static class FailureReport
{
    private const string Defect = "this is a defect of TrainSdk; please report it with the lines above and what you ran";

    /// <summary>Says what went wrong.</summary>
    /// <returns>What to tell the shell.</returns>
    public static int Write(TextWriter error, Exception failure)
    {
        if (Explain(failure) is { } line)
        {
            error.WriteLine($"error: {line}");
            return ExitCode.WrongUse;
        }
        error.WriteLine(failure);
        error.WriteLine($"error: {Defect} (TrainSdk {Versions.TrainSdk})");
        return ExitCode.Defect;
    }

    /// <summary>What went wrong, in one line; null for a defect of TrainSdk.</summary>
    public static string? Explain(Exception failure)
    {
        if (failure is TrainException)
        {
            return failure.Message;
        }
        if (TorchFailure.IsLoading(failure) && NativeCheck.Problem() is { } problem)
        {
            return problem;
        }
        var place = CodePlace.Of(failure);
        if (TorchFailure.Complaint(failure) is { } complaint)
        {
            return $"{complaint}; {Hint(failure, place)}";
        }
        if (failure is IOException or UnauthorizedAccessException)
        {
            return FirstLine(failure.Message);
        }
        return place is { IsUsers: true } ? $"{FirstLine(failure.Message)} ({failure.GetType().Name} in {place.Text})" : null;
    }

    private static string Hint(Exception failure, CodePlace? place)
    {
        if (TorchFailure.IsOutOfMemory(failure))
        {
            return "use a smaller --batch-size or model";
        }
        return place is { IsUsers: true }
            ? $"check the shapes and values in {place.Text}"
            : "check your model's forward: its output's shape must fit the objective and the targets";
    }

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
