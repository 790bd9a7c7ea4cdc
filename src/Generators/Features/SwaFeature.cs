using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Features;

/// <summary>
/// <c>[Swa]</c>: from an epoch on a rate that goes over to a constant and an average of each epoch's weights, which is the finished model.
/// </summary>
internal sealed class SwaFeature : Feature<SwaAttribute>
{
    private const string StartStep = "SwaCurve.StartStep(settings.Swa, {0}, {1})";

    public override string ChoiceOf => Choices.Averaging;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var written = Lengths.Arguments.Where(use.Wrote).ToArray();
        if (written.Length > 1)
        {
            var detail = $"{written.Length} starts ({string.Join(", ", written)})";
            yield return new Complaint(DiagnosticIds.SwaStart, AttributeName, [.. written.Skip(1)], detail);
        }
    }

    protected override void Contribute(SwaAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddLength(use, "Swa", StartOf(attribute, use), [.. Lengths.Arguments]);
        plan.AddNumber(use, "SwaLr", attribute.Lr, nameof(attribute.Lr));
        plan.AddCount(use, "SwaAnnealEpochs", attribute.AnnealEpochs, nameof(attribute.AnnealEpochs));
        plan.AddChoice(use, "SwaAnneal", attribute.Anneal, nameof(attribute.Anneal));
        AddRate(use, plan);
        Sketch(attribute, StartOf(attribute, use), plan);
        AddAverage(use, plan);
        AddEnd(use, plan);
    }

    private static void AddRate(AttributeUse use, LoopPlan plan)
    {
        plan.Add(
            Slot.RateStart, Order.Warmup, use,
            $"var swaStart = {string.Format(StartStep, "stepsPerEpoch", "totalSteps")};",
            "var swaSteps = Math.Min(step, totalSteps) - swaStart;",
            "step = Math.Min(step, swaStart);");
        plan.Rewrite(Value.Rate, Order.Average, use, static rate =>
            $"SwaCurve.At({rate}, settings.SwaLr, swaSteps, stepsPerEpoch, settings.SwaAnnealEpochs, settings.SwaAnneal)");
    }

    private static void Sketch(SwaAttribute attribute, Duration start, LoopPlan plan)
    {
        plan.Sketch.Move(at => at with { Step = Math.Min(at.Step, SwaCurve.StartStep(start, at.StepsPerEpoch, at.TotalSteps)) });
        plan.Sketch.Rate(Order.Average, (at, lr) => SwaCurve.At(
            lr, attribute.Lr, at.RunStep - SwaCurve.StartStep(start, at.StepsPerEpoch, at.TotalSteps), at.StepsPerEpoch,
            attribute.AnnealEpochs, attribute.Anneal));
    }

    private static void AddAverage(AttributeUse use, LoopPlan plan)
    {
        plan.Add(
            Slot.Setup, Order.Average, use,
            "using var swa = new StochasticWeightAverage(model);",
            "run.Keep(\"Swa\", swa);",
            $"var swaStart = {string.Format(StartStep, "run.StepsPerEpoch", "settings.Epochs * run.StepsPerEpoch")};");
        plan.Add(
            Slot.EpochTrained, Order.Average, use,
            "if (step > swaStart)",
            "{",
            "    swa.Update();",
            "}");
    }

    private static void AddEnd(AttributeUse use, LoopPlan plan)
    {
        string[] pass =
        [
            "using var scope = NewDisposeScope();",
            .. plan.HasPrecision ? [$"using var autocast = {plan.Of(Value.ForwardScope).Code};"] : Array.Empty<string>(),
            $"{plan.Call};",
        ];
        plan.Add(
            Slot.Done, Order.Average, use,
            [
                "if (swa.HasAverage && stop is null or StopReason.EarlyStopped)",
                "{",
                "    run.SaveLast();",
                "    swa.MoveIntoModel();",
                "    if (swa.HasBatchNorm)",
                "    {",
                "        Randomness.At(settings.Seed, step);",
                "        using (no_grad())",
                "        using (swa.NewStatistics())",
                "        {",
                "            foreach (var batch in run.Batches.Epoch(settings.Epochs))",
                "            {",
                .. pass.Select(static line => "                " + line),
                "            }",
                "        }",
                "    }",
                "    run.KeepFinal();",
                "}",
            ]);
    }

    private static Duration StartOf(SwaAttribute attribute, AttributeUse use) => Lengths.Arguments.Any(use.Wrote)
        ? Lengths.Of(use, attribute.Epochs, attribute.Steps, attribute.Fraction)
        : Duration.Fraction(attribute.Fraction);
}
