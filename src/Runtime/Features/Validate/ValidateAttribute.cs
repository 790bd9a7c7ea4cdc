namespace TrainSdk;

/// <summary>
/// Validates within epochs too, for long ones: every so many optimizer steps, besides the end of each epoch. Each validation is a chance
/// for the best weights, and counts for the patience of <c>[EarlyStop]</c> and <c>[ReduceLrOnPlateau]</c>. All of them are in
/// <c>validations.csv</c>.
/// </summary>
/// <remarks>
/// For epochs of an hour or of thousands of steps; where an epoch takes a minute leave it out. A patience then counts these validations and
/// not epochs, so raise it by as much. A good start is four to ten validations an epoch. It costs a pass over the validation split each
/// time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ValidateAttribute : Attribute
{
    /// <summary>
    /// Optimizer steps from one validation to the next, counted from the start of the run, at least 1. It has no default; a hundredth of
    /// the run is a start. Where a validation is due at the end of an epoch, there is one.
    /// </summary>
    public int EverySteps { get; set; }
}
