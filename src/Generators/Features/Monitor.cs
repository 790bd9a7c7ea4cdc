using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary>The argument <c>Monitor = typeof(F1)</c> of attributes that watch the validation.</summary>
internal static class Monitor
{
    private const string Argument = "Monitor";

    /// <summary>What the attribute watches, over <c>validation</c>: its metric, or the loss.</summary>
    public static string Of(AttributeUse use) => TypeOf(use) is { } type ? $"validation.Of<{type}>()" : "validation.Loss";

    /// <summary>Lets the attribute's metric decide which weights are the best, where it names one.</summary>
    public static void MonitorBest(this LoopPlan plan, AttributeUse use)
    {
        if (TypeOf(use) is not null)
        {
            plan.Rewrite(Value.Monitored, Order.Decide, use, _ => $", {Of(use)}");
        }
    }

    /// <summary>What is wrong with the metric: that nothing measures it.</summary>
    public static IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        if (TypeOf(use) is { } type && !plan.Measures(type))
        {
            var name = type.Substring(type.LastIndexOf('.') + 1);
            var detail = $"{use.Name} watches {name}, which this model does not measure; add [Metric<{name}>], or remove Monitor";
            yield return new Complaint(DiagnosticIds.MonitorNotMeasured, use.TypeName, [Argument], detail)
            {
                Written = use.Written,
                Cures = [Cure.Add($"Metric<{name}>"), Cure.RemoveArgument(Argument)],
            };
        }
    }

    private static string? TypeOf(AttributeUse use) => use.ValueOf(Argument) is string type ? KnownNames.Short(type) : null;
}
