using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Files;

/// <summary>Names of generated files: the class's full name and what the file is of it.</summary>
internal static class HintNames
{
    /// <summary>
    /// Gives each model its own name; of those that differ in case alone, and would be one file on most systems, the later in order get a
    /// number.
    /// </summary>
    public static IEnumerable<NamedSpec> Assign(IEnumerable<TrainerSpec> specs) => specs
        .GroupBy(FullName, StringComparer.OrdinalIgnoreCase)
        .SelectMany(static alike => alike.Skip(1).Any() ? Numbered(alike) : alike.Select(spec => new NamedSpec(alike.Key, spec)));

    public static string Of(string model, string topic) => $"{model}.{topic}.g.cs";

    private static IEnumerable<NamedSpec> Numbered(IEnumerable<TrainerSpec> alike) => alike
        .Distinct()
        .Select(static spec => (Name: FullName(spec), Spec: spec))
        .OrderBy(static model => model.Name, StringComparer.Ordinal)
        .Select(static (model, place) => new NamedSpec(place == 0 ? model.Name : $"{model.Name}-{place + 1}", model.Spec));

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
