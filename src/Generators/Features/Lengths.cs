using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Features;

/// <summary>Lengths of training as attributes have them: epochs as the first argument, or one of several named ones.</summary>
internal static class Lengths
{
    /// <summary>The arguments that can hold a length.</summary>
    public static IReadOnlyList<string> Arguments { get; } = ["Epochs", "Steps", "Fraction"];

    /// <summary>The length in the unit that was written; an epoch where none was, since that is complained about already.</summary>
    public static Duration Of(AttributeUse use, double epochs, long steps, double fraction)
    {
        if (use.Wrote("Steps"))
        {
            return Duration.Steps(steps);
        }
        return use.Wrote("Fraction") ? Duration.Fraction(fraction) : Duration.Epochs(use.Wrote("Epochs") ? epochs : 1);
    }

    /// <summary>What is wrong where not exactly one of the arguments was written.</summary>
    /// <param name="use">The attribute.</param>
    /// <param name="arguments">The arguments of which it takes one.</param>
    /// <param name="example">How it is written well, in epochs and without brackets.</param>
    /// <param name="examples">How it is written otherwise.</param>
    public static IEnumerable<Complaint> Complaints(AttributeUse use, IReadOnlyList<string> arguments, string example, string examples)
    {
        var written = use.Arguments
            .Select(static argument => argument.Name)
            .Where(name => arguments.Contains(name, StringComparer.OrdinalIgnoreCase))
            .ToArray();
        if (written.Length != 1)
        {
            var found = written.Length == 0 ? "no length" : $"{written.Length} lengths ({string.Join(", ", written)})";
            var detail = $"{use.Name} has {found}; give exactly one: [{example}] epochs, {examples}";
            yield return new Complaint(DiagnosticIds.ScheduleLength, use.TypeName, [.. written.Skip(1)], detail)
            {
                Cures = written.Length == 0 ? [Cure.Replace(example)] : [],
            };
        }
    }
}
