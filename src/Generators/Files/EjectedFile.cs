using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Files;

/// <summary>A file that a build hands over.</summary>
/// <param name="HintName">The name of the generated file that it takes the place of, under which the compiler writes it.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Beside">Path of the file that holds the class.</param>
/// <param name="Text">Its text.</param>
internal sealed record EjectedFile(string HintName, string Name, string Beside, string Text)
{
    public static IEnumerable<EjectedFile> Of(NamedSpec model, EjectPlan plan, SourcePlace place) => ModelFiles.Topics
        .Where(topic => plan.HandsOver(model.HintName, topic))
        .Select(topic => new EjectedFile(
            HintNames.Of(model.HintName, topic),
            NameOf(model.Spec, topic),
            place.File,
            ModelFiles.Ejected(model.Spec, topic, place.Style).Text));

    /// <summary>What the file is called, beside that of its class.</summary>
    public static string NameOf(TrainerSpec spec, string topic) =>
        $"{string.Join(".", spec.Containers.Select(static container => container.Name).Append(spec.Name))}.{topic}.cs";
}
