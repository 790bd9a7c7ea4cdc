using System.Diagnostics;
using System.Reflection;

namespace TrainSdk.CommandLine;

/// <summary>Where in the app's own code an exception came through.</summary>
/// <param name="IsUsers">Whether the user wrote that code; false where TrainSdk or its generator did.</param>
/// <param name="Text"><c>MyModel.forward (MyModel.cs line 30)</c>.</param>
internal sealed record CodePlace(bool IsUsers, string Text)
{
    private const string GeneratedFile = ".g.cs";

    /// <summary>The innermost frame that is neither .NET's nor TorchSharp's; null where there is none.</summary>
    public static CodePlace? Of(Exception error) => new StackTrace(error, fNeedFileInfo: true).GetFrames()
        .Select(static frame => (Frame: frame, Method: frame.GetMethod()))
        .Where(static call => call.Method?.DeclaringType is not null && !IsLibrary(call.Method.DeclaringType.Assembly))
        .Select(static call => Describe(call.Frame, call.Method!))
        .FirstOrDefault();

    private static CodePlace Describe(StackFrame frame, MethodBase method)
    {
        var file = frame.GetFileName();
        var isOurs = method.DeclaringType!.Assembly == typeof(CodePlace).Assembly
            || file?.EndsWith(GeneratedFile, StringComparison.OrdinalIgnoreCase) == true;
        var line = file is null ? "" : $" ({Path.GetFileName(file)} line {Settings.NumberText.Format(frame.GetFileLineNumber())})";
        return new(!isOurs, $"{method.DeclaringType.Name}.{method.Name}{line}");
    }

    private static bool IsLibrary(Assembly assembly) =>
        assembly == typeof(object).Assembly || assembly == typeof(TorchSharp.torch).Assembly || IsFramework(assembly.GetName().Name ?? "");

    private static bool IsFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal);
}
