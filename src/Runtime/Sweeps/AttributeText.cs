using System.Reflection;
using TrainSdk.Rules;
using TrainSdk.Settings;

namespace TrainSdk.Sweeps;

/// <summary>A trial's settings as they are written on the model class: <c>[Hyperparams(Lr = 0.001)], [Warmup(5)]</c>.</summary>
internal static class AttributeText
{
    private const string Ending = "Attribute";

    /// <summary>The text.</summary>
    /// <param name="model">The model class, whose attributes bring the settings.</param>
    /// <param name="table">The settings.</param>
    /// <param name="settings">Their values.</param>
    /// <param name="trial">Says which of them are meant.</param>
    public static string Of<TSettings>(Type model, SettingTable<TSettings> table, TSettings settings, TrialRecord trial)
        where TSettings : class, new()
    {
        Type[] attributes =
        [
            .. model.GetCustomAttributes(inherit: false).Select(static attribute => attribute.GetType())
                .Append(typeof(HyperparamsAttribute)).Distinct().Where(static type => type.Name.EndsWith(Ending, StringComparison.Ordinal)),
        ];
        var arguments = trial.Settings.Select(value => table.Find(value.Name)!)
            .Select(setting => Argument(attributes, setting.Name, setting.IsConstructorValue, setting.TextOf(settings)));
        return string.Join(", ", arguments.GroupBy(static argument => argument.Attribute)
            .Select(static group => string.Join(", ", group.Select(static argument => argument.Text)) is var text
                && group.Key.Length > 0 ? $"[{group.Key}({text})]" : text));
    }

    private static (string Attribute, string Text) Argument(Type[] attributes, string name, bool isConstructor, string value)
    {
        if (isConstructor)
        {
            return ("", $"{SettingName.Json(name)} = {value} in the constructor");
        }
        var feature = attributes.Where(type => name.StartsWith(NameOf(type), StringComparison.Ordinal))
            .MaxBy(static type => type.Name.Length);
        if (feature is not null && NameOf(feature) == name)
        {
            return (name, Main(feature, value));
        }
        if (feature is not null && Member(feature, name[NameOf(feature).Length..], value) is { } named)
        {
            return (NameOf(feature), named);
        }
        var isOptimizers = SettingCatalog.Find(name)?.Group == SettingGroup.Optimizer;
        foreach (var attribute in attributes.Where(type => isOptimizers == (type != typeof(HyperparamsAttribute)) && !IsRepeated(type)))
        {
            if (Member(attribute, name, value) is { } text)
            {
                return (NameOf(attribute), text);
            }
        }
        return ("", $"{name} = {value}");
    }

    // A length's unit is the name of its argument; a plain number counts epochs.
    private static string Main(Type attribute, string value)
    {
        var parameter = attribute.GetConstructors().SelectMany(static constructor => constructor.GetParameters()).FirstOrDefault();
        if (attribute.GetProperty("Steps") is null || !Duration.TryParse(value, out var length))
        {
            return Constant(parameter?.ParameterType, value);
        }
        return length.Unit switch
        {
            DurationUnit.Steps => $"Steps = {NumberText.Format(length.Amount)}",
            DurationUnit.Fraction => $"Fraction = {NumberText.Format(length.Amount)}",
            _ => NumberText.Format(length.Amount),
        };
    }

    // What cannot be set is a parameter of the attribute's constructor.
    private static string? Member(Type attribute, string name, string value) => attribute.GetProperty(name) is not { } property ? null
        : property.CanWrite ? $"{name} = {Constant(property.PropertyType, value)}"
        : $"{SettingName.Json(name)}: {Constant(property.PropertyType, value)}";

    private static string Constant(Type? type, string value) => type is { IsEnum: true } && Enum.TryParse(type, value, true, out var word)
        ? $"{type.Name}.{word}"
        : type == typeof(string) ? $"\"{value}\"" : value;

    private static string NameOf(Type attribute) => attribute.Name[..^Ending.Length];

    private static bool IsRepeated(Type attribute) => attribute.GetCustomAttribute<AttributeUsageAttribute>() is { AllowMultiple: true };
}
