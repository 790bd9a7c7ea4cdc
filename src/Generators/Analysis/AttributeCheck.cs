using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis;

/// <summary>The attributes of a model: each by itself, each against the others, and their values against the rules.</summary>
internal static class AttributeCheck
{
    public static IEnumerable<Diagnostic> Check(LoopPlan plan, IReadOnlyList<AttributeData> attributes, CancellationToken cancel)
    {
        var complaints = FeatureCatalog.Complaints(plan.Spec, plan).Concat(RuleComplaints.Of(plan)).Concat(MetricComplaints.Of(plan));
        return complaints.Select(complaint => Of(complaint, attributes, cancel));
    }

    private static Diagnostic Of(Complaint complaint, IReadOnlyList<AttributeData> attributes, CancellationToken cancel)
    {
        var blamed = Blamed(complaint, attributes, cancel);
        var place = blamed is null ? Location.None : AttributePlace.Of(blamed, complaint.Arguments, cancel);
        return Diagnostic.Create(Descriptors.Of(complaint.Id), place, Cures.Of(complaint), complaint.Detail);
    }

    private static AttributeData? Blamed(Complaint complaint, IEnumerable<AttributeData> attributes, CancellationToken cancel)
    {
        var sameKind = attributes.Where(attribute => AttributeReader.NameOf(attribute) == complaint.Attribute).ToArray();
        return sameKind.FirstOrDefault(attribute => AttributeReader.Read(attribute, cancel).Written == complaint.Written)
            ?? sameKind.FirstOrDefault();
    }
}
