using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary>
/// <c>[Regression]</c>: an error over numbers. The target takes the output's shape: [batch] against [batch, 1] would broadcast to a square.
/// </summary>
internal sealed class RegressionFeature : Feature<RegressionAttribute>
{
    private const string Delta = nameof(RegressionAttribute.Delta);

    public override string ChoiceOf => Choices.Objective;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var attribute = AttributeObject.Rebuild<RegressionAttribute>(use);
        return
        [
            .. LossArguments.Unused(use, plan),
            .. LossArguments.OutOfRange(use, Delta, [attribute.Delta], isZeroAllowed: false),
            .. plan.Spec.HasOwnLoss ? [] : DeltaWithoutHuber(attribute, use),
        ];
    }

    protected override void Contribute(RegressionAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.Rewrite(Value.Metric, Order.Base, use, static _ => "new MeanAbsoluteError()");
        plan.Rewrite(Value.OutputKind, Order.Base, use, static _ => "OutputKind.Numbers");
        if (plan.Spec.HasOwnLoss)
        {
            return;
        }
        var (function, argument) = attribute.Loss switch
        {
            RegressionLoss.Mae => ("l1_loss", ""),
            RegressionLoss.Huber => ("huber_loss", use.Wrote(Delta) ? $", delta: {Literal.Of(attribute.Delta)}" : ""),
            _ => ("mse_loss", ""),
        };
        plan.UseCriterion(use, CriterionForm.Error, $"{function}(output, batch.Target.reshape(output.shape){argument})");
    }

    private static IEnumerable<Complaint> DeltaWithoutHuber(RegressionAttribute attribute, AttributeUse use)
    {
        if (use.Wrote(Delta) && attribute.Loss != RegressionLoss.Huber)
        {
            var detail = "[Regression]'s Delta belongs to RegressionLoss.Huber, and the loss is another; give that loss, or remove Delta";
            yield return new Complaint(DiagnosticIds.LossArgumentUnused, use.TypeName, [Delta], detail)
            {
                Cures = [Cure.Set("", "loss", $"{nameof(RegressionLoss)}.{nameof(RegressionLoss.Huber)}"), Cure.RemoveArgument(Delta)],
            };
        }
    }
}
