using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>What the model class itself offers.</summary>
internal static class EntryMembers
{
    private const string OptionalParameters =
        "DataSplits data, Hyperparameters? settings = null, RunOptions? options = null, CancellationToken cancel = default)";

    private const string ResumedParameters =
        "DataSplits data, Func<Hyperparameters, Hyperparameters>? change = null, RunOptions? options = null, "
        + "CancellationToken cancel = default)";

    private static readonly string[] ResumedSettings =
    [
        "var settings = Training.Description.SettingsOf(run, change);",
        "options = (options ?? new RunOptions()) with { Resume = run };",
    ];

    public static void Train(CodeWriter code, LoopPlan plan)
    {
        code.Summary("Seeds, builds a model from the settings and trains it. The result holds the weights of the best epoch.");
        Parameters(code);
        code.Line($"public static FitResult<{plan.Spec.TypeName}> Train(");
        code.Indented(() => code.Line(OptionalParameters));
        code.Body(() =>
        {
            code.Line("settings ??= new Hyperparameters();");
            code.Line("return Training.Description.Train(data, settings, options ?? new RunOptions(), cancel);");
        });
    }

    public static void TrainExisting(CodeWriter code, LoopPlan plan)
    {
        code.Summary(
            "Trains a model of one's own making on, such as one with loaded weights. The settings' constructor values are not used.");
        code.Line("/// <param name=\"model\">The model; its weights are changed.</param>");
        Parameters(code);
        code.Line($"public static FitResult<{plan.Spec.TypeName}> Train(");
        code.Indented(() => code.Line($"{plan.Spec.TypeName} model, {OptionalParameters}"));
        code.Body(() =>
        {
            code.Line("model.RegisterComponents();");
            code.Line("settings ??= new Hyperparameters();");
            code.Line("options ??= new RunOptions();");
            FitExisting(code);
        });
    }

    public static void Resume(CodeWriter code, LoopPlan plan)
    {
        code.Summary(
            "Goes on with a run where its last checkpoint was written, with the settings that it was started with. "
            + "What comes is what would have come without the stop, to the last bit.");
        ResumeParameters(code);
        code.Line($"public static FitResult<{plan.Spec.TypeName}> Resume(");
        code.Indented(() => code.Line($"string run, {ResumedParameters}"));
        code.Body(() =>
        {
            code.Lines(ResumedSettings);
            code.Line("return Training.Description.Train(data, settings, options, cancel);");
        });
    }

    public static void ResumeExisting(CodeWriter code, LoopPlan plan)
    {
        code.Summary("The same for a run of a model of one's own making.");
        code.Line("/// <param name=\"model\">The model, built as it was for the run; its weights are replaced.</param>");
        ResumeParameters(code);
        code.Line($"public static FitResult<{plan.Spec.TypeName}> Resume(");
        code.Indented(() => code.Line($"{plan.Spec.TypeName} model, string run, {ResumedParameters}"));
        code.Body(() =>
        {
            code.Line("model.RegisterComponents();");
            code.Lines(ResumedSettings);
            FitExisting(code);
        });
    }

    public static void Load(CodeWriter code, LoopPlan plan)
    {
        code.Summary("A trained model in evaluation mode, built with the constructor values that its weights file carries.");
        code.Line("/// <param name=\"run\">A run folder, <c>runs/latest</c>, or a weights file.</param>");
        code.Line("/// <exception cref=\"TrainException\">There is no such file, or its weights do not fit this class.</exception>");
        code.Block($"public static {plan.Spec.TypeName} Load(string run)", () =>
        {
            code.Line("var weights = WeightsFile.Open(run);");
            code.Line("var settings = new Hyperparameters();");
            code.Block("foreach (var (name, text) in weights.Card.Constructor)", () =>
                code.Line("settings = Training.Description.Settings.With(settings, name, text, run);"));
            code.Blank();
            code.Line("var model = Training.Build(settings);");
            code.Line("weights.CopyInto(model);");
            code.Line("((ITrainedModel)model).Card = weights.Card;");
            code.Line("model.eval();");
            code.Line("return model;");
        });
    }

    /// <summary>What predictors read of a model that is more than one tensor to one tensor.</summary>
    public static void Answer(CodeWriter code, LoopPlan plan)
    {
        var forward = plan.Spec.Forward;
        if (!forward.IsMeasurable || forward == Forward.Plain)
        {
            return;
        }
        var call = $"call({forward.Each("inputs")})";
        var answer = forward.GivesTensor ? call : $"{forward.Scores.Replace("model.", "")}({call})";
        code.Line($"Tensor ITrainedModel.Answer(IReadOnlyList<Tensor> inputs) => {answer};");
        code.Blank();
    }

    private static void FitExisting(CodeWriter code)
    {
        code.Line("return OutOfMemory.Explained(");
        code.Indented(() =>
        {
            code.Line("Training.Description.Settings, settings, options,");
            code.Line("() => Training.Fit(model, isExternal: true, data, settings, options, cancel));");
        });
    }

    private static void Parameters(CodeWriter code)
    {
        code.Line("/// <param name=\"data\">The splits; without one for validation the last epoch is kept.</param>");
        code.Line("/// <param name=\"settings\">The numbers to train with; null for the attributes'.</param>");
        code.Line("/// <param name=\"options\">Facts about the machine and the caller; null for the defaults.</param>");
        code.Line("/// <param name=\"cancel\">Ends the run after the present step; the result holds the best weights so far.</param>");
        code.Line("/// <exception cref=\"TrainException\">A setting breaks a rule, or the data do not fit the model.</exception>");
    }

    private static void ResumeParameters(CodeWriter code)
    {
        code.Line("/// <param name=\"run\">A run folder, or <c>runs/latest</c>.</param>");
        code.Line("/// <param name=\"data\">The splits that it was started with.</param>");
        code.Line("/// <param name=\"change\">Changes settings, such as <c>s => s with { Epochs = 60 }</c>; null for none.</param>");
        code.Line("/// <param name=\"options\">Facts about the machine and the caller; null for the defaults.</param>");
        code.Line("/// <param name=\"cancel\">Ends the run after the present step; it can be resumed again.</param>");
        code.Line("/// <exception cref=\"TrainException\">The run, its data or the model's attributes do not fit.</exception>");
    }
}
