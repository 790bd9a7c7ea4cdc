namespace TrainSdk.CommandLine;

/// <summary>Titles in <c>--help</c> beside those of the settings.</summary>
internal static class OptionGroup
{
    public const string Model = "Model";
    public const string Data = "Data";
    public const string Machine = "Machine and files";
    public const string Output = "Output";
}
