namespace TrainSdk.Rules;

/// <summary>A rule that does not hold.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">What is wrong and what to do, in one line, with the values.</param>
internal sealed record Violation(Rule Rule, string Message);
