using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[MultiLabel]</c>: binary cross-entropy of a score per label; metrics see which labels hold.</summary>
internal sealed class MultiLabelFeature : Feature<MultiLabelAttribute>
{
    private const string Weights = nameof(MultiLabelAttribute.PosWeights);

    public override string ChoiceOf => Choices.Objective;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) =>
    [
        .. LossArguments.Unused(use, plan),
        .. LossArguments.OutOfRange(use, Weights, AttributeObject.Rebuild<MultiLabelAttribute>(use).PosWeights, isZeroAllowed: false),
    ];

    protected override void Contribute(MultiLabelAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.Rewrite(Value.Metric, Order.Base, use, static _ => "new F1()");
        plan.Rewrite(Value.MetricTarget, Order.Base, use, static target => $"{target} > 0.5");
        plan.Rewrite(Value.OutputKind, Order.Base, use, static _ => "OutputKind.Labels");
        if (plan.Spec.HasOwnLoss)
        {
            return;
        }
        var weights = attribute.PosWeights is { Length: > 0 } values
            ? LossArguments.AddWeights(plan, use, Weights, "What a yes weighs against a no, by label.", values)
            : "";
        var argument = weights.Length > 0 ? $", {weights}" : "";
        plan.UseCriterion(use, CriterionForm.BinaryCrossEntropy, $"BinaryCrossEntropy.Of(output, batch.Target{argument})");
    }
}
