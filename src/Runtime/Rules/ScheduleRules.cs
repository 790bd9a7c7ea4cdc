namespace TrainSdk.Rules;

/// <summary>What must hold between the settings of the learning rate, and between them and the length of the run.</summary>
internal static class ScheduleRules
{
    /// <summary>Name of the rules that a rate does not rise to its lowest.</summary>
    public const string RateFalls = "rate-falls";

    /// <summary>Name of the rule that a warmup ends before the run.</summary>
    public const string WarmupEnds = "warmup-ends";

    /// <summary>Name of the rules that what a schedule or the end of a run waits for comes before the run is over.</summary>
    public const string WithinRun = "within-run";

    /// <summary>Name of the rules that nothing else moves the rate beside a one-cycle policy.</summary>
    public const string OneCycleAlone = "one-cycle-alone";

    /// <summary>Name of the rule that the phases of a one-cycle policy fit into the run.</summary>
    public const string PhasesFit = "phases-fit";

    /// <summary>Name of the rule that the rate is lowered before the run is ended.</summary>
    public const string PlateauFirst = "plateau-first";

    private static readonly string[] LowestRates =
        ["LinearMinLr", "CosineMinLr", "CosineRestartsMinLr", "PolynomialMinLr", "ReduceLrOnPlateauMinLr"];

    private static readonly string[] Periods = ["CosineRestarts", "StepDecay"];

    private static readonly string[] NotBesideOneCycle = ["Warmup", "ReduceLrOnPlateau"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. LowestRates.Select(static name =>
            new Rule(RateFalls, [name, "Lr"], Severity.Error, Severity.Error, values => ScheduleComplaints.Rises(name, values))),
        OfLength(WarmupEnds, "Warmup", ScheduleComplaints.WarmupFillsRun),
        .. Periods.Select(static name => OfLength(WithinRun, name, values => ScheduleComplaints.PeriodFillsRun(name, values))),
        new(RuleTable.Range, ["StepDecayMilestones"], Severity.Error, Severity.Error, ScheduleComplaints.MilestonesFall),
        OfLength(WithinRun, "StepDecayMilestones", ScheduleComplaints.MilestoneBeyondRun),
        OfLength(WithinRun, "EarlyStopMinEpochs", ScheduleComplaints.NeverStopsEarly),
        .. NotBesideOneCycle.Select(static other => new Rule(
            OneCycleAlone, ["OneCyclePctStart", other], Severity.Error, Severity.Error,
            values => ScheduleComplaints.OneCycleBeside(other, values))),
        new(PhasesFit, ["OneCyclePctStart", "OneCycleThreePhase"], Severity.Error, Severity.Error, ScheduleComplaints.RiseAndMirrorFillRun),
        new(PlateauFirst, ["ReduceLrOnPlateau", "EarlyStop"], Severity.Error, Severity.Error, ScheduleComplaints.PlateauTooLate),
    ];

    // Shortening a run for a trial may leave a length too long: that is only doubtful.
    private static Rule OfLength(string name, string setting, Func<RuleValues, string?> complaint) =>
        new(name, [setting, "Epochs"], Severity.Error, Severity.Warning, complaint) { OnlyWhereWritten = true };
}
