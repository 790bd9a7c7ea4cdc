using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>
/// <c>[Regression]</c>: mean squared error. The target takes the output's shape: [batch] against [batch, 1] would broadcast to a square.
/// </summary>
internal sealed class RegressionFeature : Feature<RegressionAttribute>
{
    public override string ChoiceOf => Choices.Objective;

    protected override void Contribute(RegressionAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.Rewrite(Value.Metric, Order.Base, use, static _ => "new MeanAbsoluteError()");
        if (!plan.Spec.HasOwnLoss)
        {
            plan.Rewrite(Value.Criterion, Order.Base, use, static _ => "mse_loss(output, batch.Target.reshape(output.shape))");
        }
    }
}
