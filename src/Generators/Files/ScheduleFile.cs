using TrainSdk.Generators.Loop;

namespace TrainSdk.Generators.Files;

/// <summary>The learning rate's function.</summary>
internal static class ScheduleFile
{
    public const string Topic = "Schedule";

    public static FilePart Of(LoopPlan plan) => new(Topic, "The learning-rate schedule", code =>
        code.Block("static partial class Training", () =>
        {
            RateEmitter.Lr(code, plan);
            if (plan.HasScaledRate)
            {
                code.Blank();
                RateEmitter.ScaledLr(code, plan);
            }
        }))
    {
        Picture = [.. RatePicture.Of(plan)],
    };
}
