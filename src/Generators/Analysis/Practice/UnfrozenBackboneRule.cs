using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>A head that knows nothing sends large gradients into layers that know much (Howard and Ruder, 2018).</summary>
internal sealed class UnfrozenBackboneRule : PracticeRule
{
    private const double GentleRate = 1e-4;

    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Info(
        DiagnosticIds.UnfrozenBackbone, "Pretrained layers learn at the full rate from the start",
        "The pretrained layers{0} learn at the full rate beside layers that know nothing yet, whose gradients spoil them, above all on "
        + "small data; add {1}, or give them a rate of their own by [ParamGroup]");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model)
    {
        var isCareful = model.Has<FreezeAttribute>() || model.Has<ParamGroupAttribute>() || model.Values.EffectiveLr <= GentleRate;
        return isCareful
            ? []
            : model.All<PretrainedAttribute>(nameof(PretrainedAttribute.Prefix)).Where(static found => LeavesAHead(found.Attribute)).Select(
                found => At(found.Place, CuresOf(found.Attribute.Prefix), Words(found.Attribute.Prefix), FreezeOf(found.Attribute.Prefix)));
    }

    // A whole model from a file goes on with its training; nothing in it starts from chance.
    private static bool LeavesAHead(PretrainedAttribute pretrained) =>
        !string.IsNullOrEmpty(pretrained.Prefix) || !string.IsNullOrEmpty(pretrained.Except);

    private static Cure[] CuresOf(string? prefix) => string.IsNullOrEmpty(prefix)
        ? []
        : [Cure.Add($"Freeze({Literal.Of(prefix!)})"), Cure.Add($"Freeze({Literal.Of(prefix!)}, UntilEpoch = 5)")];

    private static string Words(string? prefix) => string.IsNullOrEmpty(prefix) ? "" : $" of \"{prefix}\"";

    private static string FreezeOf(string? prefix) =>
        string.IsNullOrEmpty(prefix) ? "[Freeze] for them" : $"[Freeze(\"{prefix}\")], or [Freeze(\"{prefix}\", UntilEpoch = 5)]";
}
