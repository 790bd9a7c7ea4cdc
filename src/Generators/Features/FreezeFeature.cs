using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Freeze]</c>: layers that are held as they are from the start of an epoch on.</summary>
internal sealed class FreezeFeature : Feature<FreezeAttribute>
{
    public override bool AllowsMany => true;

    public override bool PicksLayers => true;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) =>
        Prefixes.Complaints(use, AttributeObject.Rebuild<FreezeAttribute>(use).Prefix, PrefixOf, plan.Spec);

    protected override void Contribute(FreezeAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        if (!Prefixes.IsFirst(use, PrefixOf, plan.Spec))
        {
            return;
        }
        var name = PrefixName.Of(attribute.Prefix);
        var isForGood = !use.Wrote(nameof(attribute.UntilEpoch));
        if (!isForGood)
        {
            plan.AddCount(use, "Freeze" + name, attribute.UntilEpoch, nameof(attribute.UntilEpoch));
        }
        plan.Add(Slot.Setup, Order.Base, use, $"var frozen{name} = new FrozenLayers(model, {Literal.Of(attribute.Prefix)});");
        plan.Add(
            Slot.EpochStart, Order.Base, use,
            isForGood ? $"frozen{name}.Hold();" : $"frozen{name}.Hold(epoch < settings.Freeze{name});");
    }

    private static string PrefixOf(AttributeUse use) => AttributeObject.Rebuild<FreezeAttribute>(use).Prefix;
}
