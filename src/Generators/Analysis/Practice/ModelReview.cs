using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;
using TrainSdk.Rules;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>A model class as the rules of practice see it: its attributes, what they make of the loop, and where they stand.</summary>
internal sealed class ModelReview
{
    private readonly ClassCode _code;
    private readonly CancellationToken _cancel;
    private readonly Lazy<Network> _network;
    private readonly Lazy<LoopPlan> _plan;
    private readonly Lazy<RuleValues> _values;

    /// <param name="code">The class and its code.</param>
    /// <param name="backend">The project's <c>TrainBackend</c>; empty where no build says it.</param>
    /// <param name="cancel">Ends the reading.</param>
    public ModelReview(ClassCode code, string backend, CancellationToken cancel)
    {
        _code = code;
        _cancel = cancel;
        _network = new(() => Network.Read(code, cancel));
        _plan = new(() => ReviewedModels.PlanOf(code.Type, cancel));
        _values = new(() => new RuleValues(Plan.Texts, stepsPerEpoch: null));
        Backend = backend;
    }

    /// <summary>The class's name.</summary>
    public string Name => _code.Type.Name;

    /// <summary>The project's <c>TrainBackend</c>; empty where no build says it.</summary>
    public string Backend { get; }

    /// <summary>What the attributes make of the loop.</summary>
    public LoopPlan Plan => _plan.Value;

    /// <summary>The settings' values as the attributes give them.</summary>
    public RuleValues Values => _values.Value;

    /// <summary>What the class's code shows of its network.</summary>
    public Network Network => _network.Value;

    /// <summary>Whether the class brings its loss.</summary>
    public bool HasOwnLoss => Plan.Spec.HasOwnLoss;

    /// <summary>Whether the optimizer divides each step by the size of the gradient, or takes its sign alone.</summary>
    public bool IsAdaptive => Plan.OptimizerName != "Sgd";

    /// <summary>Whether the class has the attribute.</summary>
    public bool Has<TAttribute>()
        where TAttribute : Attribute => Uses<TAttribute>().Any();

    /// <summary>The attribute with its defaults; null where the class has none.</summary>
    public TAttribute? Find<TAttribute>()
        where TAttribute : Attribute => Uses<TAttribute>().Select(AttributeObject.Rebuild<TAttribute>).FirstOrDefault();

    /// <summary>The attributes of a kind with their defaults, each with the place of one of its arguments or of itself.</summary>
    public IEnumerable<(TAttribute Attribute, Location Place)> All<TAttribute>(params string[] arguments)
        where TAttribute : Attribute => Uses<TAttribute>()
            .Select(use => (AttributeObject.Rebuild<TAttribute>(use), PlaceOf(use, arguments)));

    /// <summary>Where one of the attribute's arguments stands, or else the attribute; nowhere where the class has none.</summary>
    public Location PlaceOf<TAttribute>(params string[] arguments)
        where TAttribute : Attribute => Uses<TAttribute>().Select(use => PlaceOf(use, arguments)).FirstOrDefault() ?? Location.None;

    /// <summary>Whether the argument is written on the attribute.</summary>
    public bool Wrote<TAttribute>(string argument)
        where TAttribute : Attribute => Uses<TAttribute>().Any(use => use.Wrote(argument));

    /// <summary>Whether the class's own loss gives the output as it is to a function or to a module of a class.</summary>
    public bool OwnLossCalls(string function, string module) =>
        LossReader.Find(_code.Type) is { Parameters.Length: > 0 } loss
        && _code.BodyOf(loss) is { } body
        && body.Descendants().OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.Name == function || call.Instance?.Type?.Name == module)
            .SelectMany(static call => call.Arguments)
            .Any(argument => SymbolEqualityComparer.Default.Equals(ExpressionWalker.VariableOf(argument.Value), loss.Parameters[0]));

    private IEnumerable<AttributeUse> Uses<TAttribute>()
        where TAttribute : Attribute => Plan.Spec.Attributes.Where(static use => use.TypeName == typeof(TAttribute).FullName);

    private Location PlaceOf(AttributeUse use, string[] arguments) => _code.Type.GetAttributes()
        .Where(data => AttributeReader.NameOf(data) == use.TypeName && AttributeReader.Read(data, _cancel).Equals(use))
        .Select(data => AttributePlace.Of(data, arguments, _cancel))
        .FirstOrDefault() ?? Location.None;
}
