using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>Writes code under the attribute that caused it.</summary>
internal static class Causes
{
    /// <summary>A statement; with its causes above it where attributes shaped its expression.</summary>
    public static void Caused(this CodeWriter code, Fragment fragment, Func<string, string> statement)
    {
        if (fragment.Causes.Length == 0)
        {
            code.Statement(statement(fragment.Code));
            return;
        }
        code.Under(fragment.Causes, () => code.Statement(statement(fragment.Code)));
    }

    /// <summary>Blocks of lines, each under its cause.</summary>
    public static void Caused(this CodeWriter code, IEnumerable<(string Cause, string[] Lines)> blocks)
    {
        foreach (var (cause, lines) in blocks)
        {
            code.Under(cause, () => code.Lines(lines));
        }
    }
}
