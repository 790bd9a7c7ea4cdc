using TrainSdk.Settings;

namespace TrainSdk.Sweeps;

/// <summary>Reads what was typed for a swept setting: <c>1e-4..1e-2:log</c>, <c>16..256</c> or <c>0,1e-4</c>.</summary>
internal static class AxisText
{
    private const string Dots = "..";
    private const string LogSuffix = ":log";

    /// <summary>The values; null where the text is one value, which stands for itself.</summary>
    /// <param name="table">The model's settings.</param>
    /// <param name="setting">The one that the text is for.</param>
    /// <param name="text">As typed.</param>
    /// <exception cref="TrainException">It is neither a range nor a list of the setting's values.</exception>
    public static SweepAxis? Read<TSettings>(SettingTable<TSettings> table, Setting<TSettings> setting, string text)
        where TSettings : class, new()
    {
        var option = SettingName.Option(setting.Name);
        var isNumber = setting.Form == SettingForm.Number;
        var isWhole = setting.Form == SettingForm.Integer || setting.Form == SettingForm.Count;
        if (setting.Form == SettingForm.Milestones)
        {
            return null;
        }
        if (text.Contains(Dots, StringComparison.Ordinal) && setting.Form != SettingForm.Word)
        {
            return isNumber || isWhole
                ? RangeOf(setting.Name, option, text, isWhole)
                : throw new TrainException($"{option}: '{text}' is a range, which only numbers have; write a list, with commas between");
        }
        return text.Contains(',') ? List(table, setting, option, text) : null;
    }

    /// <summary><c>1..8:log</c>.</summary>
    public static string Range(IReadOnlyList<string> ends, bool isLog) => $"{ends[0]}{Dots}{ends[1]}{(isLog ? LogSuffix : "")}";

    private static ListAxis List<TSettings>(SettingTable<TSettings> table, Setting<TSettings> setting, string option, string text)
        where TSettings : class, new()
    {
        string[] items = [.. text.Split(',')
            .Select(item => setting.TextOf(table.With(new TSettings(), setting.Name, item.Trim(), option)))];
        var twice = items.GroupBy(static item => item).FirstOrDefault(static same => same.Count() > 1);
        return twice is null
            ? new ListAxis(setting.Name, items)
            : throw new TrainException($"{option}: {twice.Key} stands twice; keep one");
    }

    private static SweepAxis RangeOf(string setting, string option, string text, bool isWhole)
    {
        var isLog = text.EndsWith(LogSuffix, StringComparison.OrdinalIgnoreCase);
        var ends = (isLog ? text[..^LogSuffix.Length] : text).Split(Dots);
        if (ends.Length != 2 || !Number(ends[0], out var low) || !Number(ends[1], out var high))
        {
            var example = isWhole ? "16..256 or 16..256:log" : "0..0.5 or 1e-4..1e-2:log";
            throw new TrainException($"{option}: '{text}' is not a range of {(isWhole ? "whole numbers" : "numbers")} such as {example}");
        }
        if (low >= high)
        {
            throw new TrainException($"{option}: '{text}' must begin below its end; write {ends[1]}{Dots}{ends[0]}, or one value");
        }
        if (isLog && low <= 0)
        {
            throw new TrainException($"{option}: a range with {LogSuffix} begins above 0, and '{text}' does not");
        }
        return isWhole ? new WholeAxis(setting, (long)low, (long)high, isLog) : new NumberAxis(setting, low, high, isLog);

        bool Number(string end, out double number) => isWhole && NumberText.TryInteger(end, out var whole)
            ? double.IsFinite(number = whole)
            : NumberText.TryNumber(end, out number) && double.IsFinite(number) && !isWhole;
    }
}
