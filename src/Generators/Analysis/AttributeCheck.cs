using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>The attributes of a model: each by itself, each against the others, and their values against the rules.</summary>
internal static class AttributeCheck
{
    public static IEnumerable<Diagnostic> Check(TrainerSpec spec, IReadOnlyList<AttributeData> attributes, CancellationToken cancel)
    {
        var plan = FeatureCatalog.PlanOf(spec);
        return FeatureCatalog.Complaints(spec, plan).Concat(RuleComplaints.Of(plan)).Select(complaint =>
        {
            var blamed = attributes.FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == complaint.Attribute);
            var place = blamed is null ? Location.None : AttributePlace.Of(blamed, complaint.Arguments, cancel);
            return Diagnostic.Create(Descriptors.Of(complaint.Id), place, complaint.Detail);
        });
    }
}
