using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>Metrics of a model whose output is no tensor, where nothing says which part of it they read.</summary>
internal static class MetricComplaints
{
    public static IEnumerable<Complaint> Of(LoopPlan plan) => plan.Spec.Forward.IsMeasurable
        ? []
        : plan.Spec.Attributes.Where(use => plan.Metrics.Any(metric => metric.Causes == use.Written)).Select(use => Of(use, plan));

    private static Complaint Of(AttributeUse use, LoopPlan plan)
    {
        var output = plan.Spec.Forward.OutputType.Replace("global::", "");
        var detail = $"{use.Name} has nothing to measure, since the model's output is no tensor; "
            + $"write 'private static Tensor Scores({output} output)', or remove {use.Name}";
        return new Complaint(DiagnosticIds.MetricNeedsScores, use.TypeName, [], detail) { Written = use.Written };
    }
}
