namespace TrainSdk.Generators.Model;

/// <summary>The ids: TRAIN1xxx contradictions, all errors; TRAIN2xxx practice.</summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "TRAIN1001";
    public const string NotAModule = "TRAIN1002";
    public const string Nested = "TRAIN1003";
    public const string Generic = "TRAIN1004";
    public const string NotOrdinary = "TRAIN1005";
    public const string Orphan = "TRAIN1006";
    public const string OutOfRange = "TRAIN1007";
    public const string TwoOptimizers = "TRAIN1008";
    public const string TwoObjectives = "TRAIN1009";
    public const string NoConstructor = "TRAIN1010";
    public const string ParameterCollides = "TRAIN1011";
    public const string WarmupLength = "TRAIN1012";
    public const string WarmupFillsRun = "TRAIN1013";
    public const string SmoothingWithoutClasses = "TRAIN1014";
    public const string WrongLoss = "TRAIN1015";
    public const string MemberCollides = "TRAIN1016";
    public const string SettingsContradict = "TRAIN1017";
    public const string TwoSchedules = "TRAIN1018";
    public const string TwoClippings = "TRAIN1019";
    public const string EmptyGroup = "TRAIN1021";
    public const string GroupsOverlap = "TRAIN1022";
    public const string TwoPolicies = "TRAIN1023";
    public const string MixingWithoutClasses = "TRAIN1024";
    public const string AugmentedTokens = "TRAIN1025";
    public const string HalfOnCpu = "TRAIN1026";
    public const string MonitorNotMeasured = "TRAIN1030";
    public const string MetricTwice = "TRAIN1031";
    public const string LossArgumentUnused = "TRAIN1032";
    public const string MetricOfClasses = "TRAIN1033";
    public const string RollbackArgumentUnused = "TRAIN1034";
    public const string ScheduleLength = "TRAIN1060";
    public const string OneCycleAlone = "TRAIN1061";
    public const string PlateauTooLate = "TRAIN1062";
    public const string BeyondRun = "TRAIN1063";
    public const string TwoAverages = "TRAIN1020";
    public const string SwaStart = "TRAIN1040";
    public const string SameLayers = "TRAIN1041";
    public const string NoSuchLayer = "TRAIN1042";
    public const string OutputNeedsLoss = "TRAIN1050";
    public const string MetricNeedsScores = "TRAIN1051";
    public const string WrongScores = "TRAIN1052";
    public const string WrongHook = "TRAIN1053";
    public const string LinearScalingOfAdaptive = "TRAIN2001";
    public const string HighAdaptiveRate = "TRAIN2002";
    public const string LargeBatch = "TRAIN2003";
    public const string DecayWithAdam = "TRAIN2004";
    public const string TinyPatience = "TRAIN2005";
    public const string SmallPatience = "TRAIN2006";
    public const string CutAnnealing = "TRAIN2007";
    public const string UnfrozenBackbone = "TRAIN2010";
}
