using System.Globalization;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Metric&lt;T&gt;]</c>: one more metric, made with the attribute's arguments.</summary>
internal sealed class MetricFeature : Feature
{
    private const string Arguments = "arguments";

    public override string AttributeName => "TrainSdk.MetricAttribute`1";

    public override bool AllowsMany => true;

    // A row of numbers as a target looks like a row of shares of classes: the metric would read it so, and say nothing.
    private static readonly string[] OfClasses =
        ["Accuracy", "TopK", "Precision", "Recall", "F1", "ConfusionMatrix", "Auroc", "Perplexity"];

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var output = plan.Of(Value.OutputKind);
        if (output.Code == "OutputKind.Numbers" && OfClasses.Contains(KnownNames.Short(use.TypeArguments.Single())))
        {
            var detail = $"{use.Written} measures classes, but the targets of {output.Causes} are numbers";
            yield return new Complaint(DiagnosticIds.MetricOfClasses, AttributeName, [], detail) { Written = use.Written };
        }
        var first = plan.Metrics.First(metric => metric.Code == CodeOf(use));
        if (first.Causes != use.Written)
        {
            var other = first.Causes.Length > 0 ? first.Causes : "the plain loop";
            var detail = $"{use.Written} measures what {other} measures already";
            yield return new Complaint(DiagnosticIds.MetricTwice, AttributeName, [], detail) { Written = use.Written };
        }
    }

    public override void Contribute(AttributeUse use, LoopPlan plan) => plan.AddMetric(use, CodeOf(use));

    private static string CodeOf(AttributeUse use)
    {
        var written = use.ValueOf(Arguments) is EquatableArray<object?> arguments ? arguments.Select(ArgumentCode) : [];
        return $"new {KnownNames.Short(use.TypeArguments.Single())}({string.Join(", ", written)})";
    }

    private static string ArgumentCode(object? argument) => argument switch
    {
        EnumValue { Member: "" } value => $"({KnownNames.Short(value.Type)}){value.Underlying}",
        EnumValue value => $"{KnownNames.Short(value.Type)}.{Identifier.Escape(value.Member)}",
        string text => Literal.Of(text),
        bool flag => Literal.Of(flag),
        float number => Literal.Of(number) + "f",
        double number => Literal.Of(number),
        null => "null",
        _ => Convert.ToString(argument, CultureInfo.InvariantCulture),
    };
}
