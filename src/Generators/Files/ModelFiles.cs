using TrainSdk.Generators.Features;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Files;

/// <summary>All files of one model.</summary>
internal static class ModelFiles
{
    public static IEnumerable<GeneratedFile> Of(TrainerSpec spec)
    {
        var plan = FeatureCatalog.PlanOf(spec);
        return Parts(plan).Select(part => new GeneratedFile(part.Topic, FileFrame.Around(plan, part)));
    }

    /// <summary>What the names of the files of a model end with.</summary>
    public static IReadOnlyList<string> Topics { get; } =
        [CommandLineFile.Topic, HooksFile.Topic, HyperparametersFile.Topic, MembersFile.Topic, ScheduleFile.Topic, TrainingFile.Topic];

    private static IEnumerable<FilePart> Parts(LoopPlan plan) =>
    [
        HyperparametersFile.Of(plan), ScheduleFile.Of(plan), TrainingFile.Of(plan), MembersFile.Of(plan), HooksFile.Of(plan),
        CommandLineFile.Of(plan),
    ];
}
