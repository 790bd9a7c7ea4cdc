using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>What the class itself offers, and how it is built: it follows the class also where the loop is the user's.</summary>
internal static class MembersFile
{
    public const string Topic = "Members";

    public static FilePart Of(LoopPlan plan) => new(Topic, "The members", code => Write(code, plan)) { Interfaces = " : ITrainedModel" };

    private static void Write(CodeWriter code, LoopPlan plan)
    {
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
        code.Blank();
        code.Block("static partial class Training", () =>
        {
            DescriptionMembers.Build(code, plan);
            code.Blank();
            DescriptionMembers.Description(code, plan);
        });
    }
}
