using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Files;

/// <summary>Names of generated files: the class's full name and what the file is of it.</summary>
internal static class HintNames
{
    /// <summary>
    /// Gives each model its own name; two that differ in case alone would be one file on most systems, so the later in order gets a number.
    /// </summary>
    public static IEnumerable<NamedSpec> Assign(IEnumerable<TrainerSpec> specs)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var spec in specs.Distinct().OrderBy(FullName, StringComparer.Ordinal))
        {
            var name = FullName(spec);
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{FullName(spec)}-{number}";
            }
            yield return new NamedSpec(name, spec);
        }
    }

    public static string Of(string model, string topic) => $"{model}.{topic}.g.cs";

    private static string FullName(TrainerSpec spec)
    {
        string[] parts = [spec.Namespace, .. spec.Containers.Select(static container => container.Name), spec.Name];
        return string.Join(".", parts.Where(static part => part.Length > 0)).Replace("@", "");
    }
}
