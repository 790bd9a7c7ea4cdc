using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>The command line of a program that trains the model, and its settings as text.</summary>
internal static class CommandLineFile
{
    public const string Topic = "CommandLine";

    public static FilePart Of(LoopPlan plan) => new(Topic, "The command line", code =>
    {
        code.Summary("Runs a program's arguments: train (the default), resume, evaluate, predict, check, runs, schedule, info. "
            + "Returns the exit code.");
        code.Line("/// <param name=\"args\">The program's arguments.</param>");
        code.Line("/// <param name=\"load\">Loads the data; not called by commands that need none.</param>");
        code.Line("/// <param name=\"sinks\">Told of all that a run records.</param>");
        code.Line("public static int RunCommandLine(");
        code.Indented(() =>
        {
            code.Line("string[] args, Func<Hyperparameters, DataSplits> load, params IRunSink[] sinks) =>");
            code.Line("TrainCommandLine.Run(args, Training.Description, load, sinks);");
        });
        code.Blank();
        code.Block("static partial class Training", () =>
        {
            code.Line("private static SettingTable<Hyperparameters> SettingsTable() => new([");
            code.Indented(() =>
            {
                var rows = plan.AllSettings.Select(Row).ToArray();
                for (var at = 0; at < rows.Length; at++)
                {
                    code.Line(rows[at] + (at == rows.Length - 1 ? "]);" : ","));
                }
            });
        });
    });

    private static string Row(SettingSpec setting)
    {
        var name = Identifier.Escape(setting.Name);
        var flag = setting.Attribute.Length == 0 ? ", constructor: true" : "";
        var help = setting.Help.Length > 0 ? $", help: {SymbolDisplay.FormatLiteral(setting.Help, quote: true)}" : "";
        return $"Setting.{setting.Kind}<Hyperparameters{(setting.Kind == SettingKind.Choice ? ", " + setting.EnumType : "")}>("
            + $"\"{setting.Name}\", s => s.{name}, (s, v) => s with {{ {name} = v }}{help}{flag})";
    }
}
