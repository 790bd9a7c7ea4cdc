using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary><c>[ParamGroup]</c>: parameters with rates of their own, given to the optimizer as such.</summary>
internal sealed class ParamGroupFeature : Feature<ParamGroupAttribute>
{
    public override bool AllowsMany => true;

    public override bool PicksLayers => true;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var own = NameOf(use);
        if (own.Trim('.').Length == 0)
        {
            yield return Complain(DiagnosticIds.EmptyGroup, use, $"{use.Written} names no parameters");
        }
        else if (!use.Wrote(nameof(ParamGroupAttribute.LrScale)) && !use.Wrote(nameof(ParamGroupAttribute.WeightDecay)))
        {
            yield return Complain(DiagnosticIds.EmptyGroup, use, $"{use.Written} sets nothing");
        }
        if (!plan.Spec.ParameterMethods.Contains(own))
        {
            foreach (var missing in Prefixes.Missing(use, own, plan.Spec))
            {
                yield return missing;
            }
        }
        foreach (var other in plan.Spec.Attributes.Where(other => other.TypeName == AttributeName).TakeWhile(other => other != use))
        {
            if (Overlap(own, NameOf(other)))
            {
                yield return Complain(DiagnosticIds.GroupsOverlap, use, $"{other.Written} and {use.Written} claim the same parameters");
            }
            else if (SettingOf(own) == SettingOf(NameOf(other)))
            {
                yield return Complain(
                    DiagnosticIds.GroupsOverlap, use, $"{other.Written} and {use.Written} both have settings named {SettingOf(own)}…");
            }
        }
    }

    protected override void Contribute(ParamGroupAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        var name = NameOf(use);
        var isMethod = plan.Spec.ParameterMethods.Contains(name);
        var arguments = new List<string> { isMethod ? $"model.{Identifier.Escape(name)}()" : Literal.Of(name) };
        if (use.Wrote(nameof(attribute.LrScale)))
        {
            plan.AddNumber(use, SettingOf(name) + nameof(attribute.LrScale), attribute.LrScale, nameof(attribute.LrScale));
            arguments.Add($"settings.{SettingOf(name)}{nameof(attribute.LrScale)}");
        }
        if (use.Wrote(nameof(attribute.WeightDecay)))
        {
            plan.AddNumber(use, SettingOf(name) + nameof(attribute.WeightDecay), attribute.WeightDecay, nameof(attribute.WeightDecay));
            arguments.Add($"weightDecay: settings.{SettingOf(name)}{nameof(attribute.WeightDecay)}");
        }
        var call = $"\n.{(isMethod ? "GroupOf" : "Group")}({string.Join(", ", arguments)})";
        plan.Rewrite(Value.Parameters, Order.Group, use, parameters => parameters + call);
    }

    private Complaint Complain(string id, AttributeUse use, string detail) => new(id, AttributeName, [], detail) { Written = use.Written };

    private static string NameOf(AttributeUse use) => use.ValueOf(nameof(ParamGroupAttribute.Parameters)) as string ?? "";

    private static bool Overlap(string one, string other) =>
        one == other || one.StartsWith(other + ".", StringComparison.Ordinal) || other.StartsWith(one + ".", StringComparison.Ordinal);

    /// <summary>What the group's settings start with: <c>layers.0</c> becomes <c>Layers0</c>.</summary>
    private static string SettingOf(string name) =>
        PrefixName.Of(name) is { Length: > 0 } word && char.IsLetter(word[0]) ? word : "Group" + PrefixName.Of(name);
}
