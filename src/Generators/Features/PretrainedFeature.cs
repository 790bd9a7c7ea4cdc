using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary>
/// <c>[Pretrained]</c>: layers of a fresh model start from a file, before anything of the run is there; then the run says how.
/// </summary>
internal sealed class PretrainedFeature : Feature<PretrainedAttribute>
{
    public override bool AllowsMany => true;

    public override bool PicksLayers => true;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) =>
        Prefixes.Complaints(use, AttributeObject.Rebuild<PretrainedAttribute>(use).Prefix, PrefixOf, plan.Spec);

    protected override void Contribute(PretrainedAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        if (!Prefixes.IsFirst(use, PrefixOf, plan.Spec))
        {
            return;
        }
        var name = PrefixName.Of(attribute.Prefix);
        plan.AddWord(use, "Pretrained" + name, attribute.File, nameof(attribute.File));
        var options = Option("strip", attribute.Strip) + Option("except", attribute.Except);
        plan.Add(
            Slot.Fresh, Order.Base, use,
            $"var pretrained{name} = isExternal || options.Resume is not null",
            "    ? null",
            $"    : PretrainedWeights.Load(model, {Literal.Of(attribute.Prefix)}, settings.Pretrained{name}{options});");
        plan.Add(Slot.Setup, Order.Base, use, $"run.Report(pretrained{name});");
    }

    private static string PrefixOf(AttributeUse use) => AttributeObject.Rebuild<PretrainedAttribute>(use).Prefix;

    private static string Option(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $", {name}: {Literal.Of(value!)}";
}
