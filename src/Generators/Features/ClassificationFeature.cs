using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Classification]</c>: the plain loop's criterion, and its metric also beside a loss of the class's own.</summary>
internal sealed class ClassificationFeature : Feature<ClassificationAttribute>
{
    public override string ChoiceOf => Choices.Objective;

    protected override void Contribute(ClassificationAttribute attribute, AttributeUse use, LoopPlan plan) =>
        plan.Rewrite(Value.Metric, Order.Base, use, static _ => "new Accuracy()");
}
