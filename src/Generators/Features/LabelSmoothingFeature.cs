using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>
/// <c>[LabelSmoothing]</c>: an argument of the training loss, where that is a cross-entropy; validation keeps the plain criterion.
/// </summary>
internal sealed class LabelSmoothingFeature : Feature<LabelSmoothingAttribute>
{
    private const string Plain = "cross_entropy(";
    private const string Weighted = "CrossEntropy.";

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        if (!IsCrossEntropy(plan))
        {
            var loss = plan.Spec.HasOwnLoss ? "the class's own Loss method" : $"that of {plan.Of(Value.Criterion).Causes}";
            yield return new Complaint(DiagnosticIds.SmoothingWithoutClasses, AttributeName, [], loss);
        }
    }

    protected override void Contribute(LabelSmoothingAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        if (!IsCrossEntropy(plan))
        {
            return;
        }
        plan.AddNumber(use, "LabelSmoothing", attribute.Amount, nameof(attribute.Amount));
        plan.Rewrite(Value.TrainingLoss, Order.Regularize, use, static loss =>
            loss.Insert(loss.Length - 1, $", {ArgumentOf(loss)}: settings.LabelSmoothing"));
    }

    private static bool IsCrossEntropy(LoopPlan plan) => ArgumentOf(plan.Of(Value.Criterion).Code).Length > 0;

    // torch's function and ours name it by their own customs
    private static string ArgumentOf(string loss) => loss.StartsWith(Plain, StringComparison.Ordinal) ? "label_smoothing"
        : loss.StartsWith(Weighted, StringComparison.Ordinal) ? "labelSmoothing"
        : "";
}
