namespace TrainSdk.Generators.Files;

/// <summary>The version that an ejected loop carries.</summary>
internal static class LoopVersion
{
    private const int Parts = 3;

    /// <summary>This generator's, such as <c>0.1.0</c>; that of the runtime is the same.</summary>
    public static string Current { get; } = typeof(LoopVersion).Assembly.GetName().Version.ToString(Parts);
}
