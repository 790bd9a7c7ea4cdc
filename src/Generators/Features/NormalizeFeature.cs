using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Normalize]</c>: the splits are encoded with fixed numbers before anything else sees them.</summary>
internal sealed class NormalizeFeature : Feature<NormalizeAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var attribute = AttributeObject.Rebuild<NormalizeAttribute>(use);
        return ImageInputs.Complaints(use, plan).Concat(attribute.Preset is { } preset
            ? ChoiceComplaint.Of(use, "Normalize", preset, nameof(attribute.Preset))
            : OfNumbers(use, attribute.Mean ?? [], attribute.Deviation ?? []));
    }

    protected override void Contribute(NormalizeAttribute attribute, AttributeUse use, LoopPlan plan) => plan.Add(
        Slot.Fresh, Order.Base, use,
        $"data = new Normalization([{List(attribute.Mean)}], [{List(attribute.Deviation)}]).ApplyTo(data);");

    private static IEnumerable<Complaint> OfNumbers(AttributeUse use, double[] mean, double[] deviation)
    {
        var problem = mean.Length == 0 || mean.Length != deviation.Length
            ? $"has {mean.Length} means and {deviation.Length} deviations; give one of each for every channel, or one for all"
            : Array.Exists(deviation, static number => !(number > 0 && number < double.PositiveInfinity))
            ? $"divides by {List(deviation)}; each deviation must be above 0 and finite"
            : Array.Exists(mean, static number => double.IsNaN(number) || double.IsInfinity(number))
            ? $"subtracts {List(mean)}; each mean must be finite"
            : null;
        if (problem is not null)
        {
            yield return new Complaint(
                DiagnosticIds.OutOfRange, use.TypeName, [nameof(NormalizeAttribute.Deviation)], $"{use.Name} {problem}");
        }
    }

    private static string List(double[]? numbers) => string.Join(", ", (numbers ?? []).Select(Literal.Of));
}
