namespace TrainSdk;

/// <summary>
/// Something the user can put right: a setting out of range, a file that is missing, data that do not fit the model.
/// The message says in one line what is wrong, where, and what to do; the command line prints it and exits with 1.
/// </summary>
public class TrainException : Exception
{
    /// <summary>Creates the error with its one-line message.</summary>
    public TrainException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with its one-line message and what caused it.</summary>
    public TrainException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
