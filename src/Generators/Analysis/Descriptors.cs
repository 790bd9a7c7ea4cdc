using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>Every diagnostic of the compiler's side. Each has a page in docs/diagnostics.</summary>
internal static class Descriptors
{
    /// <summary>What every help link starts with; the id follows.</summary>
    public const string HelpBase = "https://trainsdk.dev/diagnostics/";

    private const string Category = "TrainSdk";

    private static readonly DiagnosticDescriptor NotPartial = new(
        DiagnosticIds.NotPartial, "A model class must be partial",
        "{0} is not partial, so no training loop can be added to it; write 'partial class {0}' in each of its declarations",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.NotPartial);

    private static readonly DiagnosticDescriptor NotAModule = new(
        DiagnosticIds.NotAModule, "A model class must derive from Module<Tensor, …, TResult>",
        "{0} does not derive from Module<Tensor, Tensor> or another Module<Tensor, …, TResult>, "
        + "the models that a loop can be generated for: one input tensor or several, any output",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.NotAModule);

    private static readonly DiagnosticDescriptor Nested = new(
        DiagnosticIds.Nested, "The types around a model class must be partial",
        "{0} stands inside {1}, which is not partial, is generic or is local to its file; write 'partial' on {1}, or move {0} out of it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.Nested);

    private static readonly DiagnosticDescriptor Generic = new(
        DiagnosticIds.Generic, "A model class must not be generic",
        "{0} has type parameters; make a class without them that derives from it, and put the training attributes there",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.Generic);

    private static readonly DiagnosticDescriptor NotOrdinary = new(
        DiagnosticIds.NotOrdinary, "A model class must be an ordinary class",
        "{0} is abstract, static, a record or local to its file; put the training attributes on an ordinary class",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.NotOrdinary);

    private static readonly DiagnosticDescriptor Orphan = new(
        DiagnosticIds.Orphan, "A training attribute needs [Hyperparams]",
        "{0} does nothing on a class without [Hyperparams]; add [Hyperparams] to the class or remove {0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.Orphan);

    private static readonly DiagnosticDescriptor OutOfRange = new(
        DiagnosticIds.OutOfRange, "A setting is out of range",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.OutOfRange);

    private static readonly DiagnosticDescriptor TwoOptimizers = new(
        DiagnosticIds.TwoOptimizers, "A model has one optimizer",
        "{0} are two optimizers; keep one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.TwoOptimizers);

    private static readonly DiagnosticDescriptor TwoObjectives = new(
        DiagnosticIds.TwoObjectives, "A model has one objective",
        "{0} are two objectives; keep one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.TwoObjectives);

    private static readonly DiagnosticDescriptor NoConstructor = new(
        DiagnosticIds.NoConstructor, "A model needs a constructor that settings can call",
        "{0} has no constructor that its settings can call: {1}; "
        + "give every parameter a default value of type int, long, float, double, bool, string or an enum",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.NoConstructor);

    private static readonly DiagnosticDescriptor ParameterCollides = new(
        DiagnosticIds.ParameterCollides, "A constructor parameter collides with a setting",
        "The constructor's parameter '{0}' would become the setting {1}, a name that is already taken; rename the parameter",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.ParameterCollides);

    private static readonly DiagnosticDescriptor WarmupLength = new(
        DiagnosticIds.WarmupLength, "A warmup has one length",
        "[Warmup] has {0}; give exactly one of epochs, Steps and Fraction: [Warmup(5)], [Warmup(Steps = 500)] or [Warmup(Fraction = 0.1)]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.WarmupLength);

    private static readonly DiagnosticDescriptor WarmupFillsRun = new(
        DiagnosticIds.WarmupFillsRun, "A warmup must end before the run",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.WarmupFillsRun);

    private static readonly DiagnosticDescriptor SmoothingWithoutClasses = new(
        DiagnosticIds.SmoothingWithoutClasses, "Label smoothing needs a cross-entropy",
        "[LabelSmoothing] changes a cross-entropy over classes, but the loss is {0}; remove [LabelSmoothing], or the other loss",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.SmoothingWithoutClasses);

    private static readonly DiagnosticDescriptor WrongLoss = new(
        DiagnosticIds.WrongLoss, "Loss has another signature",
        "{0}.Loss is not a loss of a training loop; write 'Tensor Loss({1} output, Tensor target)' (a mean over samples), "
        + "'(Tensor Sum, Tensor Weight) Loss({1} output, Tensor target)', or another name",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.WrongLoss);

    private static readonly DiagnosticDescriptor MemberCollides = new(
        DiagnosticIds.MemberCollides, "A member has the name of a generated one",
        "{0}.{1} has the name of a member that TrainSdk generates; rename it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.MemberCollides);

    private static readonly DiagnosticDescriptor SettingsContradict = new(
        DiagnosticIds.SettingsContradict, "Two settings contradict each other",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.SettingsContradict);

    private static readonly DiagnosticDescriptor TwoClippings = new(
        DiagnosticIds.TwoClippings, "Gradients are clipped in one way",
        "{0} are two ways of clipping; keep one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.TwoClippings);

    private static readonly DiagnosticDescriptor EmptyGroup = new(
        DiagnosticIds.EmptyGroup, "A group of parameters needs a name and a number of its own",
        "{0}; write which parameters and what is theirs: [ParamGroup(\"backbone\", LrScale = 0.1)]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.EmptyGroup);

    private static readonly DiagnosticDescriptor GroupsOverlap = new(
        DiagnosticIds.GroupsOverlap, "Groups of parameters must be apart",
        "{0}; each parameter is in one group at most, and each group has settings of its own: change or remove one of the two",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.GroupsOverlap);

    private static readonly DiagnosticDescriptor MonitorNotMeasured = new(
        DiagnosticIds.MonitorNotMeasured, "A monitor must be a metric of the model",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.MonitorNotMeasured);

    private static readonly DiagnosticDescriptor MetricTwice = new(
        DiagnosticIds.MetricTwice, "A metric is measured once",
        "{0}; remove one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.MetricTwice);

    private static readonly DiagnosticDescriptor LossArgumentUnused = new(
        DiagnosticIds.LossArgumentUnused, "An argument of the loss must have an effect",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.LossArgumentUnused);

    private static readonly DiagnosticDescriptor MetricOfClasses = new(
        DiagnosticIds.MetricOfClasses, "A metric of classes needs classes",
        "{0}; measure MeanSquaredError, MeanAbsoluteError or R2, or give the model another objective",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.MetricOfClasses);

    private static readonly DiagnosticDescriptor RollbackArgumentUnused = new(
        DiagnosticIds.RollbackArgumentUnused, "An argument of the rollback must have an effect",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpBase + DiagnosticIds.RollbackArgumentUnused);

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial, NotAModule, Nested, Generic, NotOrdinary, Orphan,
        OutOfRange, TwoOptimizers, TwoObjectives, NoConstructor, ParameterCollides, WarmupLength,
        WarmupFillsRun, SmoothingWithoutClasses, WrongLoss, MemberCollides, SettingsContradict,
        TwoClippings, EmptyGroup, GroupsOverlap, MonitorNotMeasured, MetricTwice, LossArgumentUnused, MetricOfClasses,
        RollbackArgumentUnused,
        .. ScheduleDescriptors.All,
        .. WeightDescriptors.All,
        .. ShapeDescriptors.All,
        .. AugmentationDescriptors.All,
    ];

    public static DiagnosticDescriptor Of(string id) => All.First(descriptor => descriptor.Id == id);
}
