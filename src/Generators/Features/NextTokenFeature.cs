using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary><c>[NextToken]</c>: a cross-entropy over tokens, divided by how many of them count.</summary>
internal sealed class NextTokenFeature : Feature<NextTokenAttribute>
{
    private const long NotCounted = -100;

    public override string ChoiceOf => Choices.Objective;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => LossArguments.Unused(use, plan);

    protected override void Contribute(NextTokenAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        var ignored = Literal.Of(attribute.IgnoreIndex);
        plan.Rewrite(Value.Metric, Order.Base, use, static _ => "new Perplexity()");
        plan.Rewrite(Value.OutputKind, Order.Base, use, static _ => "OutputKind.Tokens");
        if (attribute.IgnoreIndex >= 0)
        {
            plan.Rewrite(Value.MetricTarget, Order.Base, use, target => $"{target}.masked_fill({target}.eq({ignored}), {NotCounted})");
        }
        if (plan.Spec.HasOwnLoss)
        {
            return;
        }
        plan.LossIsWeighted();
        var argument = attribute.IgnoreIndex == NotCounted ? "" : $", ignoreIndex: {ignored}";
        plan.UseCriterion(use, CriterionForm.TokenCrossEntropy, $"CrossEntropy.OfTokens(output, batch.Target{argument})");
    }
}
