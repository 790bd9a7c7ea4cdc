using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Binary]</c>: binary cross-entropy of one score per sample.</summary>
internal sealed class BinaryFeature : Feature<BinaryAttribute>
{
    private const string Weight = nameof(BinaryAttribute.PosWeight);

    public override string ChoiceOf => Choices.Objective;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) =>
    [
        .. LossArguments.Unused(use, plan),
        .. LossArguments.OutOfRange(use, Weight, [AttributeObject.Rebuild<BinaryAttribute>(use).PosWeight], isZeroAllowed: false),
    ];

    protected override void Contribute(BinaryAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.Rewrite(Value.Metric, Order.Base, use, static _ => "new Accuracy()");
        plan.Rewrite(Value.OutputKind, Order.Base, use, static _ => "OutputKind.Binary");
        if (plan.Spec.HasOwnLoss)
        {
            return;
        }
        var weight = use.Wrote(Weight)
            ? LossArguments.AddWeights(plan, use, Weight, "What a yes weighs against a no.", [attribute.PosWeight])
            : "";
        var argument = weight.Length > 0 ? $", {weight}" : "";
        plan.UseCriterion(use, CriterionForm.BinaryCrossEntropy, $"BinaryCrossEntropy.Of(output, batch.Target{argument})");
    }
}
