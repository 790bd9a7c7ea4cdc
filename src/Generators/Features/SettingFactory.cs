using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Features;

/// <summary>Makes the settings of attributes.</summary>
internal static class SettingFactory
{
    /// <summary>
    /// A real number, held by the attribute's argument of that name or, where it differs, by <paramref name="argument"/>.
    /// </summary>
    public static void AddNumber(this LoopPlan plan, AttributeUse use, string name, double value, string? argument = null) =>
        plan.Add(Of(use, name, SettingKind.Number, Literal.Of(value), NumberText.Format(value), argument));

    public static void AddInteger(this LoopPlan plan, AttributeUse use, string name, long value, string? argument = null) =>
        plan.Add(Of(use, name, SettingKind.Integer, Literal.Of(value), NumberText.Format(value), argument));

    public static void AddCount(this LoopPlan plan, AttributeUse use, string name, int value, string? argument = null) =>
        plan.Add(Of(use, name, SettingKind.Count, Literal.Of((long)value), NumberText.Format(value), argument));

    public static void AddFlag(this LoopPlan plan, AttributeUse use, string name, bool value, string? argument = null) =>
        plan.Add(Of(use, name, SettingKind.Flag, Literal.Of(value), Literal.Of(value), argument));

    public static void AddWord(this LoopPlan plan, AttributeUse use, string name, string value, string? argument = null) =>
        plan.Add(Of(use, name, SettingKind.Word, Literal.Of(value), value, argument));

    /// <summary>One of an enum's values, written as a small word.</summary>
    public static void AddChoice<TEnum>(this LoopPlan plan, AttributeUse use, string name, TEnum value, string? argument = null)
        where TEnum : struct, Enum
    {
        var type = typeof(TEnum).Name;
        var code = Enum.IsDefined(typeof(TEnum), value) ? $"{type}.{value}" : $"({type}){value}";
        plan.Add(Of(use, name, SettingKind.Choice, code, value.ToString().ToLowerInvariant(), argument) with { EnumType = type });
    }

    /// <summary>A length of training, held by one of several arguments.</summary>
    public static void AddLength(this LoopPlan plan, AttributeUse use, string name, Duration value, params string[] arguments)
    {
        var amount = value.Unit == DurationUnit.Steps ? Literal.Of((long)value.Amount) : Literal.Of(value.Amount);
        plan.Add(new SettingSpec(name, SettingKind.Length, $"Duration.{value.Unit}({amount})", value.ToString())
        {
            Attribute = use.TypeName,
            Written = use.Written,
            Arguments = [.. arguments],
        });
    }

    /// <summary>Starts of epochs.</summary>
    public static void AddMilestones(this LoopPlan plan, AttributeUse use, string name, double[] epochs, string argument)
    {
        var code = $"Milestones.AtEpochs({string.Join(", ", epochs.Select(Literal.Of))})";
        plan.Add(Of(use, name, SettingKind.Milestones, code, Milestones.AtEpochs(epochs).ToString(), argument));
    }

    private static SettingSpec Of(AttributeUse use, string name, SettingKind kind, string code, string text, string? argument) =>
        new(name, kind, code, text) { Attribute = use.TypeName, Written = use.Written, Arguments = [argument ?? name] };
}
