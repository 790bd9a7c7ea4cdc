namespace TrainSdk;

/// <summary>
/// Something the user can put right: a setting out of range, a file that is missing, data that do not fit the model.
/// The message says in one line what is wrong, where, and what to do; the command line prints it and exits with 1.
/// Names out of files may stand in it, so control characters become spaces and the end of a very long text is cut off.
/// </summary>
public class TrainException : Exception
{
    private const int LongestMessage = 2000;

    /// <summary>Creates the error with its one-line message.</summary>
    public TrainException(string message)
        : base(OneLine(message))
    {
    }

    /// <summary>Creates the error with its one-line message and what caused it.</summary>
    public TrainException(string message, Exception inner)
        : base(OneLine(message), inner)
    {
    }

    private static string OneLine(string message)
    {
        var shown = message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(static c => char.IsControl(c) ? ' ' : c)) : shown;
    }
}
