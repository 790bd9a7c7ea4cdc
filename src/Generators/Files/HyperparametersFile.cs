using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;
using TrainSdk.Rules;

namespace TrainSdk.Generators.Files;

/// <summary>The record of a model's settings.</summary>
internal static class HyperparametersFile
{
    public const string Topic = "Hyperparameters";

    public static FilePart Of(LoopPlan plan) => new(Topic, "The settings", code =>
    {
        code.Summary("The numbers that a run may change. Their defaults stand on the class's attributes and on its constructor.");
        code.Block("public sealed record Hyperparameters", () =>
        {
            foreach (var setting in plan.AllSettings)
            {
                code.Blank();
                code.Summary(Meaning(setting));
                var accessibility = setting.IsPublic ? "public" : "internal";
                code.Line($"{accessibility} {TypeOf(setting)} {setting.Name} {{ get; init; }} = {setting.Default};");
            }
        });
    });

    public static string TypeOf(SettingSpec setting) => setting.Kind switch
    {
        SettingKind.Number => "double",
        SettingKind.Integer => "long",
        SettingKind.Count => "int",
        SettingKind.Flag => "bool",
        SettingKind.Length => "Duration",
        SettingKind.Milestones => "Milestones",
        SettingKind.Word => "string",
        _ => setting.EnumType,
    };

    private static string Meaning(SettingSpec setting)
    {
        var help = SettingCatalog.Find(setting.Name) is { } known && setting.Attribute.Length > 0 ? known.Help : setting.Help.TrimEnd('.');
        var meaning = help.Length > 0 ? help : "the constructor's parameter of this name";
        return $"{Xml.Escape(Letters.Capitalize(meaning))}; default {Xml.Escape(DefaultText(setting))}.";
    }

    private static string DefaultText(SettingSpec setting) => setting.Kind switch
    {
        SettingKind.Number => setting.Default.EndsWith(".0", StringComparison.Ordinal) ? setting.Text : setting.Default,
        SettingKind.Word => setting.Default,
        _ => setting.Text,
    };
}
