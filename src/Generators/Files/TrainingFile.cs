using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>The loop, and what of it the class itself shows: Train and Load.</summary>
internal static class TrainingFile
{
    public const string Topic = "Training";

    public static GeneratedFile Of(LoopPlan plan) => new(Topic, FileFrame.Around(plan, "The training loop", " : ITrainedModel", code =>
    {
        code.Summary("How this model is trained.");
        code.Block("public static partial class Training", () =>
        {
            LoopEmitter.Fit(code, plan);
            code.Blank();
            EvaluationEmitter.Evaluate(code, plan);
            code.Blank();
            BatchLossEmitter.Function(code, plan);
            code.Blank();
            if (plan.HasMetrics)
            {
                EvaluationEmitter.Metrics(code, plan);
                code.Blank();
            }
            code.Caused(plan.At(Slot.Members));
            code.Blank();
            DescriptionMembers.Build(code, plan);
            code.Blank();
            DescriptionMembers.Description(code, plan);
        });
        code.Blank();
        EntryMembers.Train(code, plan);
        code.Blank();
        EntryMembers.TrainExisting(code, plan);
        code.Blank();
        EntryMembers.Resume(code, plan);
        code.Blank();
        EntryMembers.ResumeExisting(code, plan);
        code.Blank();
        EntryMembers.Load(code, plan);
        code.Blank();
        ComponentMembers.RegisterComponents(code, plan);
        EntryMembers.Answer(code, plan);
        code.Line("ModelCard? ITrainedModel.Card { get; set; }");
    }));
}
