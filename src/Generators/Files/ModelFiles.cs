using TrainSdk.Generators.Features;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>All files of one model.</summary>
internal static class ModelFiles
{
    /// <summary>What the names of the files of a model end with.</summary>
    public static IReadOnlyList<string> Topics { get; } =
        [CommandLineFile.Topic, HooksFile.Topic, HyperparametersFile.Topic, MembersFile.Topic, ScheduleFile.Topic, TrainingFile.Topic];

    /// <summary>The files that are generated: those that the class's source does not hold.</summary>
    public static IEnumerable<GeneratedFile> Of(TrainerSpec spec)
    {
        var plan = FeatureCatalog.PlanOf(spec);
        return Parts(plan, mark: "")
            .Where(part => !IsOwn(spec, part.Topic))
            .Select(part => new GeneratedFile(part.Topic, FileFrame.Around(plan, part)));
    }

    /// <summary>The names of the same.</summary>
    public static IEnumerable<string> TopicsOf(TrainerSpec spec) => Topics.Where(topic => !IsOwn(spec, topic));

    /// <summary>A file as source of the project: what the build writes for <c>TrainEject</c>, and an IDE for its refactoring.</summary>
    public static GeneratedFile Ejected(TrainerSpec spec, string topic, SourceStyle style)
    {
        var generated = FeatureCatalog.PlanOf(spec);
        var own = spec.Ejected is null
            ? spec with { Ejected = new EjectedLoop("", [], generated.HasPrecision, generated.HasAugmentations, []) }
            : spec;
        var plan = FeatureCatalog.PlanOf(own);
        var part = Parts(plan, MarkOf(own)).First(part => part.Topic == topic);
        return new GeneratedFile(topic, FileFrame.Ejected(plan, part, style));
    }

    private static bool IsOwn(TrainerSpec spec, string topic) => spec.Ejected?.Topics.Contains(topic) == true;

    private static string MarkOf(TrainerSpec spec) =>
        $"[TrainingLoop({string.Join(", ", LoopOrigin.Of(spec).Prepend(LoopVersion.Current).Select(Literal.Of))})]";

    private static IEnumerable<FilePart> Parts(LoopPlan plan, string mark) =>
    [
        HyperparametersFile.Of(plan), ScheduleFile.Of(plan), TrainingFile.Of(plan, mark), MembersFile.Of(plan), HooksFile.Of(plan),
        CommandLineFile.Of(plan),
    ];
}
