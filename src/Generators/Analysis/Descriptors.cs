using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>Every diagnostic of the compiler's side. Each has a page in docs/diagnostics.</summary>
internal static class Descriptors
{
    private static readonly DiagnosticDescriptor NotPartial = Descriptor.Error(
        DiagnosticIds.NotPartial, "A model class must be partial",
        "{0} is not partial, so no training loop can be added to it; write 'partial class {0}' in each of its declarations");

    private static readonly DiagnosticDescriptor NotAModule = Descriptor.Error(
        DiagnosticIds.NotAModule, "A model class must derive from Module<Tensor, …, TResult>",
        "{0} does not derive from Module<Tensor, Tensor> or another Module<Tensor, …, TResult>, "
        + "the models that a loop can be generated for: one input tensor or several, any output");

    private static readonly DiagnosticDescriptor Nested = Descriptor.Error(
        DiagnosticIds.Nested, "The types around a model class must be partial",
        "{0} stands inside {1}, which is not partial, is generic or is local to its file; write 'partial' on {1}, or move {0} out of it");

    private static readonly DiagnosticDescriptor Generic = Descriptor.Error(
        DiagnosticIds.Generic, "A model class must not be generic",
        "{0} has type parameters; make a class without them that derives from it, and put the training attributes there");

    private static readonly DiagnosticDescriptor NotOrdinary = Descriptor.Error(
        DiagnosticIds.NotOrdinary, "A model class must be an ordinary class",
        "{0} is abstract, static, a record or local to its file; put the training attributes on an ordinary class");

    private static readonly DiagnosticDescriptor Orphan = Descriptor.Error(
        DiagnosticIds.Orphan, "A training attribute needs [Hyperparams]",
        "{0} does nothing on a class without [Hyperparams]; add [Hyperparams] to the class or remove {0}");

    private static readonly DiagnosticDescriptor OutOfRange = Descriptor.Error(
        DiagnosticIds.OutOfRange, "A setting is out of range",
        "{0}");

    private static readonly DiagnosticDescriptor TwoOptimizers = Descriptor.Error(
        DiagnosticIds.TwoOptimizers, "A model has one optimizer",
        "{0} are two optimizers; keep one of them");

    private static readonly DiagnosticDescriptor TwoObjectives = Descriptor.Error(
        DiagnosticIds.TwoObjectives, "A model has one objective",
        "{0} are two objectives; keep one of them");

    private static readonly DiagnosticDescriptor NoConstructor = Descriptor.Error(
        DiagnosticIds.NoConstructor, "A model needs a constructor that settings can call",
        "{0} has no constructor that its settings can call: {1}; "
        + "give every parameter a default value of type int, long, float, double, bool, string or an enum");

    private static readonly DiagnosticDescriptor ParameterCollides = Descriptor.Error(
        DiagnosticIds.ParameterCollides, "A constructor parameter collides with a setting",
        "The constructor's parameter '{0}' would become the setting {1}, a name that is already taken; rename the parameter");

    private static readonly DiagnosticDescriptor WarmupLength = Descriptor.Error(
        DiagnosticIds.WarmupLength, "A warmup has one length",
        "[Warmup] has {0}; give exactly one of epochs, Steps and Fraction: [Warmup(5)], [Warmup(Steps = 500)] or [Warmup(Fraction = 0.1)]");

    private static readonly DiagnosticDescriptor WarmupFillsRun = Descriptor.Error(
        DiagnosticIds.WarmupFillsRun, "A warmup must end before the run",
        "{0}");

    private static readonly DiagnosticDescriptor SmoothingWithoutClasses = Descriptor.Error(
        DiagnosticIds.SmoothingWithoutClasses, "Label smoothing needs a cross-entropy",
        "[LabelSmoothing] changes a cross-entropy over classes, but the loss is {0}; remove [LabelSmoothing], or the other loss");

    private static readonly DiagnosticDescriptor WrongLoss = Descriptor.Error(
        DiagnosticIds.WrongLoss, "Loss has another signature",
        "{0}.Loss is not a loss of a training loop; write 'Tensor Loss({1} output, Tensor target)' (a mean over samples), "
        + "'(Tensor Sum, Tensor Weight) Loss({1} output, Tensor target)', or another name");

    private static readonly DiagnosticDescriptor MemberCollides = Descriptor.Error(
        DiagnosticIds.MemberCollides, "A member has the name of a generated one",
        "{0}.{1} has the name of a member that TrainSdk generates; rename it");

    private static readonly DiagnosticDescriptor SettingsContradict = Descriptor.Error(
        DiagnosticIds.SettingsContradict, "Two settings contradict each other",
        "{0}");

    private static readonly DiagnosticDescriptor TwoClippings = Descriptor.Error(
        DiagnosticIds.TwoClippings, "Gradients are clipped in one way",
        "{0} are two ways of clipping; keep one of them");

    private static readonly DiagnosticDescriptor EmptyGroup = Descriptor.Error(
        DiagnosticIds.EmptyGroup, "A group of parameters needs a name and a number of its own",
        "{0}; write which parameters and what is theirs: [ParamGroup(\"backbone\", LrScale = 0.1)]");

    private static readonly DiagnosticDescriptor GroupsOverlap = Descriptor.Error(
        DiagnosticIds.GroupsOverlap, "Groups of parameters must be apart",
        "{0}; each parameter is in one group at most, and each group has settings of its own: change or remove one of the two");

    private static readonly DiagnosticDescriptor MonitorNotMeasured = Descriptor.Error(
        DiagnosticIds.MonitorNotMeasured, "A monitor must be a metric of the model",
        "{0}");

    private static readonly DiagnosticDescriptor MetricTwice = Descriptor.Error(
        DiagnosticIds.MetricTwice, "A metric is measured once",
        "{0}; remove one of them");

    private static readonly DiagnosticDescriptor LossArgumentUnused = Descriptor.Error(
        DiagnosticIds.LossArgumentUnused, "An argument of the loss must have an effect",
        "{0}");

    private static readonly DiagnosticDescriptor MetricOfClasses = Descriptor.Error(
        DiagnosticIds.MetricOfClasses, "A metric of classes needs classes",
        "{0}; measure MeanSquaredError, MeanAbsoluteError or R2, or give the model another objective");

    private static readonly DiagnosticDescriptor RollbackArgumentUnused = Descriptor.Error(
        DiagnosticIds.RollbackArgumentUnused, "An argument of the rollback must have an effect",
        "{0}");

    private static readonly DiagnosticDescriptor HalfOnCpu = Descriptor.Error(
        DiagnosticIds.HalfOnCpu, "Half precision needs a GPU",
        "{0}");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial, NotAModule, Nested, Generic, NotOrdinary, Orphan,
        OutOfRange, TwoOptimizers, TwoObjectives, NoConstructor, ParameterCollides, WarmupLength,
        WarmupFillsRun, SmoothingWithoutClasses, WrongLoss, MemberCollides, SettingsContradict,
        TwoClippings, EmptyGroup, GroupsOverlap, MonitorNotMeasured, MetricTwice, LossArgumentUnused, MetricOfClasses,
        RollbackArgumentUnused, HalfOnCpu,
        .. ScheduleDescriptors.All,
        .. WeightDescriptors.All,
        .. ShapeDescriptors.All,
        .. AugmentationDescriptors.All,
    ];

    public static DiagnosticDescriptor Of(string id) => All.First(descriptor => descriptor.Id == id);
}
