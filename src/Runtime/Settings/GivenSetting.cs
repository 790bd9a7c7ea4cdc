namespace TrainSdk.Settings;

/// <summary>A setting as somebody wrote it.</summary>
/// <param name="Name">The name as written, without prefix.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Place">Where it stands: <c>--lr</c>, <c>environment TRAIN__LR</c>, <c>settings.json line 3</c>.</param>
/// <param name="Spelling">How that place spells the name of a setting, for suggestions.</param>
internal sealed record GivenSetting(string Name, string Text, string Place, Func<string, string> Spelling);
