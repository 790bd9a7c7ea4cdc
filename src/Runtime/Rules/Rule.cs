namespace TrainSdk.Rules;

/// <summary>What must hold of one or more settings. It applies to a model that has all of them.</summary>
/// <param name="Name">Stable name: <see cref="RuleTable.Range"/>, or one per rule across settings.</param>
/// <param name="Settings">The settings it looks at; the first is the one to blame.</param>
/// <param name="AtCompileTime">What breaking it by attributes alone means.</param>
/// <param name="AtRunTime">What breaking it by options means.</param>
/// <param name="Complaint">What is wrong and what to do, in one line; null where the rule holds.</param>
internal sealed record Rule(
    string Name, IReadOnlyList<string> Settings, Severity AtCompileTime, Severity AtRunTime, Func<RuleValues, string?> Complaint)
{
    /// <summary>Whether the compiler complains only where all of <see cref="Settings"/> are written on the class.</summary>
    public bool OnlyWhereWritten { get; init; }
}
