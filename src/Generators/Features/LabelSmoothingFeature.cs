using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>
/// <c>[LabelSmoothing]</c>: an argument of the training loss, where that is a cross-entropy; validation keeps the plain criterion.
/// </summary>
internal sealed class LabelSmoothingFeature : Feature<LabelSmoothingAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        if (!plan.IsCrossEntropy)
        {
            var loss = plan.Spec.HasOwnLoss ? "the class's own Loss method" : $"that of {plan.Of(Value.Criterion).Causes}";
            yield return new Complaint(DiagnosticIds.SmoothingWithoutClasses, AttributeName, [], loss);
        }
    }

    protected override void Contribute(LabelSmoothingAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        if (!plan.IsCrossEntropy)
        {
            return;
        }
        // torch's function and ours name it by their own customs
        var argument = plan.Criterion == CriterionForm.CrossEntropy ? "label_smoothing" : "labelSmoothing";
        plan.AddNumber(use, "LabelSmoothing", attribute.Amount, nameof(attribute.Amount));
        plan.Rewrite(Value.TrainingLoss, Order.Regularize, use, loss =>
            loss.Insert(loss.Length - 1, $", {argument}: settings.LabelSmoothing"));
    }
}
