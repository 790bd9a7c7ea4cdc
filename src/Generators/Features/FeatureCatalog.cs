using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>
/// Every feature, one line each: the only list that a new attribute joins. Settings and header comments follow this order, never that of
/// the class.
/// </summary>
internal static class FeatureCatalog
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new HyperparamsFeature(),
        new ClassificationFeature(),
        new BinaryFeature(),
        new MultiLabelFeature(),
        new RegressionFeature(),
        new NextTokenFeature(),
        new MetricFeature(),
        new ValidateFeature(),
        new NormalizeFeature(),
        new RandomCropFeature(),
        new FlipFeature(),
        new RandAugmentFeature(),
        new AutoAugmentFeature(),
        new TrivialAugmentFeature(),
        new ColorJitterFeature(),
        new RandomErasingFeature(),
        new MixUpFeature(),
        new CutMixFeature(),
        new AdamFeature(),
        new AdamWFeature(),
        new NAdamFeature(),
        new RAdamFeature(),
        new RmsPropFeature(),
        new AdagradFeature(),
        new LionFeature(),
        new SgdFeature(),
        new ScaleLrFeature(),
        new ParamGroupFeature(),
        new WarmupFeature(),
        new LinearFeature(),
        new CosineFeature(),
        new CosineRestartsFeature(),
        new OneCycleFeature(),
        new StepDecayFeature(),
        new ExponentialFeature(),
        new PolynomialFeature(),
        new ReduceLrOnPlateauFeature(),
        new LabelSmoothingFeature(),
        new AmpFeature(),
        new AccumulateFeature(),
        new ClipGradNormFeature(),
        new ClipGradValueFeature(),
        new OnDivergenceFeature(),
        new EarlyStopFeature(),
        new EmaFeature(),
        new SwaFeature(),
        new FreezeFeature(),
        new PretrainedFeature(),
    ];

    private static readonly Dictionary<string, int> Positions =
        Enumerable.Range(0, All.Count).ToDictionary(static at => All[at].AttributeName);

    /// <summary>Where the attribute stands in the catalog; null for one that is not ours.</summary>
    public static int? PositionOf(string attributeName) => Positions.TryGetValue(attributeName, out var at) ? at : null;

    /// <summary>Whether a class may have several attributes of the kind.</summary>
    public static bool AllowsMany(string attributeName) => PositionOf(attributeName) is { } at && All[at].AllowsMany;

    /// <summary>Whether an attribute of the class picks layers by their names.</summary>
    public static bool PicksLayers(TrainerSpec spec) =>
        spec.Attributes.Any(static use => PositionOf(use.TypeName) is { } at && All[at].PicksLayers);

    /// <summary>What is wrong with the attributes by themselves and beside each other.</summary>
    public static IEnumerable<Complaint> Complaints(TrainerSpec spec, LoopPlan plan)
    {
        var used = spec.Attributes
            .Select(static use => (Feature: All.First(feature => feature.AttributeName == use.TypeName), Use: use))
            .ToArray();
        var rivals = used.Where(static pair => pair.Feature.ChoiceOf.Length > 0)
            .GroupBy(static pair => pair.Feature.ChoiceOf, static pair => pair.Use)
            .Where(static uses => uses.Count() > 1)
            .Select(static uses =>
                new Complaint(uses.Key, uses.Last().TypeName, [], string.Join(" and ", uses.Select(static use => use.Name)))
                {
                    Cures = [.. uses.Reverse().Select(static use => Cure.Remove(use.Name.Trim('[', ']')))],
                });
        return used.SelectMany(pair => pair.Feature.Complaints(pair.Use, plan)).Concat(rivals);
    }

    /// <summary>The plan of a model: of several attributes that are one choice, the first in the catalog counts.</summary>
    public static LoopPlan PlanOf(TrainerSpec spec)
    {
        var plan = new LoopPlan(spec);
        var chosen = new HashSet<string>();
        foreach (var feature in All)
        {
            foreach (var use in spec.Attributes.Where(attribute => attribute.TypeName == feature.AttributeName))
            {
                if (feature.ChoiceOf.Length == 0 || chosen.Add(feature.ChoiceOf))
                {
                    feature.Contribute(use, plan);
                }
            }
        }
        return plan;
    }
}
