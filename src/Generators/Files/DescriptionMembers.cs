using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>How the model is built, and what code that serves all models knows of it.</summary>
internal static class DescriptionMembers
{
    private const string Settings = "settings";

    public static void Build(CodeWriter code, LoopPlan plan)
    {
        code.Summary("Seeds, and builds a model with fresh weights.");
        code.Line("/// <param name=\"settings\">The numbers to build with.</param>");
        code.Block($"public static {plan.Spec.TypeName} Build(Hyperparameters settings)", () =>
        {
            code.Line("Randomness.AtConstruction(settings.Seed);");
            code.Line($"var model = new {plan.Spec.TypeName}({string.Join(", ", plan.Spec.Constructor.Select(Argument))});");
            code.Line("model.RegisterComponents();");
            code.Line("return model;");
        });
    }

    public static void Description(CodeWriter code, LoopPlan plan)
    {
        code.Summary("What code that serves all models knows of this one.");
        code.Line($"public static ModelDescription<{plan.Spec.TypeName}, Hyperparameters> Description {{ get; }} = new()");
        code.Line("{");
        code.Indented(() =>
        {
            code.Line($"Name = \"{plan.Spec.Name}\",");
            if (plan.Spec.Forward.Inputs > 1)
            {
                code.Line($"Inputs = {plan.Spec.Forward.Inputs},");
            }
            code.Line("Settings = SettingsTable(),");
            code.Line("Lr = Lr,");
            if (plan.HasScaledRate)
            {
                code.Line("ScaledLr = ScaledLr,");
            }
            code.Line("Build = Build,");
            if (plan.Of(Value.OutputKind).Code is { Length: > 0 } output)
            {
                code.Line($"Output = {output},");
            }
            Loop(code, plan);
        });
        code.Line("};");
    }

    private static void Loop(CodeWriter code, LoopPlan plan)
    {
        if (plan.GivesAugmentations)
        {
            code.Line("Augmentations = Augmentations,");
        }
        code.Line("Train = static (data, settings, options, cancel) =>");
        code.Indented(() => code.Line("Fit(Build(settings), isExternal: false, data, settings, options, cancel),"));
        if (plan.GivesBatchLoss)
        {
            code.Line("Step = new()");
            code.Line("{");
            code.Indented(() => Step(code, plan));
            code.Line("},");
        }
        if (plan.EvaluatesInPrecision)
        {
            code.Line("Evaluate = Evaluate,");
            return;
        }
        code.Line("Evaluate = static (model, split, encoding, batchSize, _) =>");
        code.Indented(() => code.Line("Evaluate(model, split, encoding, batchSize),"));
    }

    private static void Step(CodeWriter code, LoopPlan plan)
    {
        Optimizer(code, plan);
        var norm = plan.Of(Value.GradientNorm).Code.Replace("run.Gradients", "gradients");
        code.Line($"Norm = static (gradients, {(norm.Contains(Settings) ? Settings : "_")}) => {norm},");
        if (!plan.HasMixing)
        {
            code.Line("Loss = static (model, batch, settings, _) => BatchLoss(model, batch, settings),");
            return;
        }
        Lambda(code, "Loss = static (model, batch, settings, step) =>", () =>
        {
            code.Line($"var mixing = {plan.Of(Value.Mixing).Code};");
            code.Line("return BatchLoss(model, mixing.Apply(batch, step), settings);");
        });
    }

    private static void Optimizer(CodeWriter code, LoopPlan plan)
    {
        const string Header = "Optimizer = static (model, parameters, settings) =>";
        var parameters = plan.Of(Value.Parameters).Code.Replace("run.Parameters", "parameters");
        var optimizer = plan.Of(Value.Optimizer).Code.Replace("run.Parameters", "parameters");
        if (!plan.HasParameterGroups)
        {
            code.Line(Header);
            code.Indented(() => code.Line($"{optimizer},"));
            return;
        }
        Lambda(code, Header, () =>
        {
            code.Statement($"parameters = {parameters};");
            code.Line($"return {optimizer};");
        });
    }

    private static void Lambda(CodeWriter code, string header, Action body)
    {
        code.Line(header);
        code.Line("{");
        code.Indented(body);
        code.Line("},");
    }

    private static string Argument(ConstructorValue value) =>
        $"{Identifier.Escape(value.Parameter)}: {(value.IsSingle ? "(float)" : "")}settings.{Identifier.Escape(value.Setting.Name)}";
}
