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

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
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
