using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary>Arguments of objectives that are a part of the loss.</summary>
internal static class LossArguments
{
    /// <summary>Adds a constant of the loop's class that holds weights; gives its name.</summary>
    public static string AddWeights(LoopPlan plan, AttributeUse use, string name, string summary, double[] values)
    {
        plan.Add(
            Slot.Members, Order.Base, use,
            $"/// <summary>{summary}</summary>",
            $"private static LossWeights {name} {{ get; }} = new({string.Join(", ", values.Select(Literal.Of))});");
        return name;
    }

    /// <summary>Arguments that do nothing, since the class brings its loss.</summary>
    public static IEnumerable<Complaint> Unused(AttributeUse use, LoopPlan plan)
    {
        if (plan.Spec.HasOwnLoss && use.Arguments.Count > 0)
        {
            var argument = use.Arguments[0].Name;
            var detail = $"{use.Name}'s {argument} is about a loss that is not used: the class has a Loss method; "
                + "use it there, or remove the argument";
            yield return new Complaint(DiagnosticIds.LossArgumentUnused, use.TypeName, [argument], detail);
        }
    }

    /// <summary>Weights that are no weights.</summary>
    public static IEnumerable<Complaint> OutOfRange(AttributeUse use, string name, double[]? values, bool isZeroAllowed)
    {
        if (values?.Any(value => !(value > 0 && value < double.PositiveInfinity) && !(isZeroAllowed && value == 0)) == true)
        {
            var text = string.Join(", ", values.Select(Literal.Of));
            var range = isZeroAllowed ? "0 or more" : "above 0";
            var detail = $"{name} is {text} but must be {range} and finite; 1 changes nothing";
            yield return new Complaint(DiagnosticIds.OutOfRange, use.TypeName, [name], detail);
        }
    }
}
