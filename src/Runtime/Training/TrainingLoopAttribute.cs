namespace TrainSdk.Training;

/// <summary>
/// Marks a training loop that was ejected: it is source of its project, and the generator leaves its file out. Written by
/// <c>dotnet build -p:TrainEject=MyModel</c>; without the file the loop is generated again.
/// </summary>
/// <param name="version">The version of TrainSdk that wrote the loop, such as <c>0.1.0</c>.</param>
/// <param name="from">
/// What shaped it: attributes, hooks and the class's own loss, such as <c>AdamW</c> or <c>Metric&lt;F1&gt;</c>. The compiler warns of what
/// the class has gained or lost since (TRAIN2091); with nothing here it does not.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingLoopAttribute(string version, params string[] from) : Attribute
{
    /// <summary>The version of TrainSdk that wrote the loop. A version with another kind of loop warns (TRAIN2090).</summary>
    public string Version { get; } = version;

    /// <summary>What shaped the loop, as it was called then.</summary>
    public IReadOnlyList<string> From { get; } = from;
}
