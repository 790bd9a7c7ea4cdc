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
        foreach (var same in specs.GroupBy(FullName).OrderBy(static same => same.Key, StringComparer.Ordinal))
        {
            foreach (var spec in Different(same))
            {
                var name = same.Key;
                for (var number = 2; !taken.Add(name); number++)
                {
                    name = $"{same.Key}-{number}";
                }
                yield return new NamedSpec(name, spec);
            }
        }
    }

    public static string Of(string model, string topic) => $"{model}.{topic}.g.cs";

    // A model is a large value: of those that stand alone none is compared.
    private static IEnumerable<TrainerSpec> Different(IGrouping<string, TrainerSpec> same) => same.Skip(1).Any() ? same.Distinct() : same;

    private static string FullName(TrainerSpec spec)
    {
        var name = spec.Namespace;
        foreach (var container in spec.Containers)
        {
            name = Behind(name, container.Name);
        }
        return Behind(name, spec.Name).Replace("@", "");

        static string Behind(string name, string part) => name.Length == 0 ? part : $"{name}.{part}";
    }
}
