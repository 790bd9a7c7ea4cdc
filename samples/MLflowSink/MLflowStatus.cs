/// <summary>The words that MLflow has for the state of a run.</summary>
public static class MLflowStatus
{
    public const string Running = "RUNNING";
    public const string Finished = "FINISHED";
    public const string Failed = "FAILED";
    public const string Killed = "KILLED";
}
