using System.Globalization;
using System.Text.RegularExpressions;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>
/// What shapes a model's loop, as short texts: the attributes without which it would be another, with the arguments that are no settings;
/// the hooks; the class's own loss. An ejected loop carries them, so that the compiler can say what it no longer follows.
/// </summary>
internal static class LoopOrigin
{
    private static readonly Regex Layout = new(@"^ *//.*\n|\s", RegexOptions.Multiline);

    /// <param name="spec">The model, with a loop of its own: what the schedule does is none of it.</param>
    public static IReadOnlyList<string> Of(TrainerSpec spec)
    {
        var plan = FeatureCatalog.PlanOf(spec);
        var code = CodeOf(plan);
        return
        [
            "Hyperparams",
            .. spec.Attributes.Where(use => CodeOf(Without(use, spec)) != code).Select(use => TextOf(use, plan)),
            .. spec.Hooks,
            .. spec.HasOwnLoss ? ["Loss"] : Array.Empty<string>(),
        ];
    }

    /// <summary>The text of one attribute.</summary>
    public static string TextOf(AttributeUse use, LoopPlan plan)
    {
        var name = use.Name.Trim('[', ']');
        var settings = plan.Settings
            .Where(setting => setting.Written == use.Written)
            .SelectMany(static setting => setting.Arguments)
            .ToArray();
        var others = use.Arguments
            .Where(argument => argument.Value is not null && !settings.Contains(argument.Name, StringComparer.OrdinalIgnoreCase))
            .Select(static argument => (argument.IsPositional ? "" : argument.Name + ": ") + ValueOf(argument.Value))
            .ToArray();
        return others.Length == 0 ? name : $"{name}({string.Join(", ", others)})";
    }

    private static LoopPlan Without(AttributeUse use, TrainerSpec spec) =>
        FeatureCatalog.PlanOf(spec with { Attributes = [.. spec.Attributes.Where(other => other != use)] });

    private static string CodeOf(LoopPlan plan)
    {
        var code = new CodeWriter([]);
        TrainingFile.Of(plan).Write(code);
        return Layout.Replace(code.ToString(), "");
    }

    private static string ValueOf(object? value) => value switch
    {
        EnumValue { Member.Length: > 0 } choice => choice.Member,
        EquatableArray<object?> items => string.Join(", ", items.Select(ValueOf)),
        string type when type.StartsWith("global::", StringComparison.Ordinal) => type.Substring(type.LastIndexOf('.') + 1),
        double number => Literal.Of(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
