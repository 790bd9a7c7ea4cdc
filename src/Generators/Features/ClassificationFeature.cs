using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>
/// <c>[Classification]</c>: the plain loop's criterion, or a weighted one, and its metric also beside a loss of the class's own.
/// </summary>
internal sealed class ClassificationFeature : Feature<ClassificationAttribute>
{
    private const string Weights = nameof(ClassificationAttribute.ClassWeights);

    public override string ChoiceOf => Choices.Objective;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) =>
    [
        .. LossArguments.Unused(use, plan),
        .. LossArguments.OutOfRange(use, Weights, AttributeObject.Rebuild<ClassificationAttribute>(use).ClassWeights, isZeroAllowed: true),
    ];

    protected override void Contribute(ClassificationAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.Rewrite(Value.Metric, Order.Base, use, static _ => "new Accuracy()");
        plan.Rewrite(Value.OutputKind, Order.Base, use, static _ => "OutputKind.Classes");
        if (attribute.ClassWeights is { Length: > 0 } values && !plan.Spec.HasOwnLoss)
        {
            var weights = LossArguments.AddWeights(plan, use, Weights, "What a sample of each class weighs in the loss.", values);
            plan.LossIsWeighted();
            plan.UseCriterion(use, CriterionForm.WeightedCrossEntropy, $"CrossEntropy.Weighted(output, batch.Target, {weights})");
        }
    }
}
