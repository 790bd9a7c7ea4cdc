using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>What one attribute does to the loop, given the attribute as an object with its defaults.</summary>
internal abstract class Feature<TAttribute> : Feature
    where TAttribute : Attribute
{
    public sealed override string AttributeName { get; } = typeof(TAttribute).FullName!;

    public sealed override void Contribute(AttributeUse use, LoopPlan plan) =>
        Contribute(AttributeObject.Rebuild<TAttribute>(use), use, plan);

    protected abstract void Contribute(TAttribute attribute, AttributeUse use, LoopPlan plan);
}
