using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>Every feature, one line each: the only list that a new attribute joins. Settings and header comments follow this order, never that of the class.</summary>
internal static class FeatureCatalog
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new HyperparamsFeature(),
        new ClassificationFeature(),
        new RegressionFeature(),
        new AdamFeature(),
        new AdamWFeature(),
        new SgdFeature(),
        new WarmupFeature(),
        new CosineFeature(),
        new LabelSmoothingFeature(),
        new ClipGradNormFeature(),
        new EarlyStopFeature(),
    ];

    /// <summary>Where the attribute stands in the catalog; null for one that is not ours.</summary>
    public static int? PositionOf(string attributeName)
    {
        for (var at = 0; at < All.Count; at++)
        {
            if (All[at].AttributeName == attributeName)
            {
                return at;
            }
        }
        return null;
    }

    /// <summary>The plan of a model: of several attributes that are one choice, the first in the catalog counts.</summary>
    public static LoopPlan PlanOf(TrainerSpec spec)
    {
        var plan = new LoopPlan(spec);
        var chosen = new HashSet<string>();
        foreach (var feature in All)
        {
            var use = spec.Attributes.FirstOrDefault(attribute => attribute.TypeName == feature.AttributeName);
            if (use is not null && (feature.ChoiceOf.Length == 0 || chosen.Add(feature.ChoiceOf)))
            {
                feature.Contribute(use, plan);
            }
        }
        return plan;
    }
}
