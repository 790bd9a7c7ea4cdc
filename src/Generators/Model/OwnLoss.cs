namespace TrainSdk.Generators.Model;

/// <summary>The model's own loss method.</summary>
/// <param name="Form">What it returns.</param>
/// <param name="IsStatic">Whether it is called without the model.</param>
internal sealed record OwnLoss(LossForm Form, bool IsStatic)
{
    public static OwnLoss None { get; } = new(LossForm.None, IsStatic: true);
}
