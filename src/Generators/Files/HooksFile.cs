using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>The hooks that the class may implement. The compiler drops those without a body.</summary>
internal static class HooksFile
{
    public const string Topic = "Hooks";

    public static FilePart Of(LoopPlan plan) => new(Topic, "The hooks", code =>
    {
        foreach (var hook in Hooks.All)
        {
            code.Blank();
            code.Summary(hook.When);
            code.Line($"/// <param name=\"{hook.Parameter}\">{hook.Given}</param>");
            code.Line($"{hook.SignatureIn(plan.Spec.TypeName)};");
        }
    });
}
