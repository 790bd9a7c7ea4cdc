using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;
using TrainSdk.Rules;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>A model class as the rules of practice see it: its attributes, what they make of the loop, and where they stand.</summary>
internal sealed class ModelReview
{
    private readonly IReadOnlyList<(AttributeData Data, AttributeUse Use)> _attributes;
    private readonly CancellationToken _cancel;

    public ModelReview(INamedTypeSymbol type, CancellationToken cancel)
    {
        _cancel = cancel;
        _attributes =
        [
            .. type.GetAttributes()
                .Where(static data => FeatureCatalog.PositionOf(AttributeReader.NameOf(data)) is not null)
                .Select(data => (data, AttributeReader.Read(data, cancel))),
        ];
        Plan = FeatureCatalog.PlanOf(TrainerParser.Read(type, cancel));
        Values = new RuleValues(Plan.Settings.ToDictionary(static setting => setting.Name, static setting => setting.Text), null);
    }

    /// <summary>What the attributes make of the loop.</summary>
    public LoopPlan Plan { get; }

    /// <summary>The settings' values as the attributes give them.</summary>
    public RuleValues Values { get; }

    /// <summary>Whether the optimizer divides each step by the size of the gradient, or takes its sign alone.</summary>
    public bool IsAdaptive => Plan.OptimizerName != "Sgd";

    /// <summary>Whether the class has the attribute.</summary>
    public bool Has<TAttribute>()
        where TAttribute : Attribute => Uses<TAttribute>().Any();

    /// <summary>The attribute with its defaults; null where the class has none.</summary>
    public TAttribute? Find<TAttribute>()
        where TAttribute : Attribute => All<TAttribute>().Select(static found => found.Attribute).FirstOrDefault();

    /// <summary>The attributes of a kind with their defaults, each with the place of one of its arguments or of itself.</summary>
    public IEnumerable<(TAttribute Attribute, Location Place)> All<TAttribute>(params string[] arguments)
        where TAttribute : Attribute => Uses<TAttribute>()
            .Select(found => (AttributeObject.Rebuild<TAttribute>(found.Use), AttributePlace.Of(found.Data, arguments, _cancel)));

    /// <summary>Where one of the attribute's arguments stands, or else the attribute; nowhere where the class has none.</summary>
    public Location PlaceOf<TAttribute>(params string[] arguments)
        where TAttribute : Attribute => All<TAttribute>(arguments).Select(static found => found.Place).FirstOrDefault() ?? Location.None;

    /// <summary>Whether the argument is written on the attribute.</summary>
    public bool Wrote<TAttribute>(string argument)
        where TAttribute : Attribute => Uses<TAttribute>().Any(found => found.Use.Wrote(argument));

    private IEnumerable<(AttributeData Data, AttributeUse Use)> Uses<TAttribute>()
        where TAttribute : Attribute => _attributes.Where(static found => found.Use.TypeName == typeof(TAttribute).FullName);
}
