using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>
/// <c>[LabelSmoothing]</c>: an argument of the training loss, where that is a cross-entropy; validation keeps the plain criterion.
/// </summary>
internal sealed class LabelSmoothingFeature : Feature<LabelSmoothingAttribute>
{
    private const string CrossEntropy = "cross_entropy(";

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
            loss.Insert(loss.Length - 1, ", label_smoothing: settings.LabelSmoothing"));
    }

    private static bool IsCrossEntropy(LoopPlan plan) => plan.Of(Value.Criterion).Code.StartsWith(CrossEntropy, StringComparison.Ordinal);
}
