using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>A module class as the rules look at it.</summary>
internal sealed class ModuleReview
{
    /// <summary>TorchSharp's own search for layers.</summary>
    public const string RegisterComponents = "RegisterComponents";

    private static readonly HashSet<string> ByHand =
        ["register_module", "register_parameter", "register_buffer", "add_module", "ConditionallyRegisterParameter"];

    private static readonly string[] Listings = [RegisterComponents, "named_parameters", "named_children", "parameters"];

    private readonly Lazy<HashSet<string>> _calls;
    private readonly Lazy<bool> _isRegisteredByTrainSdk;

    public ModuleReview(
        INamedTypeSymbol type, TorchSymbols torch, ModuleUses uses, IReadOnlyList<ModuleBody> bodies, CancellationToken cancel)
    {
        Type = type;
        Torch = torch;
        Uses = uses;
        Bodies = bodies;
        Cancel = cancel;
        Chain = [.. TorchNames.SelfAndBases(type).TakeWhile(declaring => !torch.Declares(declaring))];
        _calls = new(() => [.. Chain.SelectMany(CallsOf)]);
        _isRegisteredByTrainSdk = new(() => IsTrainSdks && ComponentReader.Read(Type) is not null);
    }

    public INamedTypeSymbol Type { get; }

    public TorchSymbols Torch { get; }

    /// <summary>What other classes do with the class.</summary>
    public ModuleUses Uses { get; }

    /// <summary>The code of the class, in the order of the source.</summary>
    public IReadOnlyList<ModuleBody> Bodies { get; }

    public CancellationToken Cancel { get; }

    /// <summary>The class and the bases that are not TorchSharp's.</summary>
    public IReadOnlyList<INamedTypeSymbol> Chain { get; }

    /// <summary>Whether the code of every class in the chain can be read.</summary>
    public bool IsAllInSource => Chain.All(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Type.ContainingAssembly));

    /// <summary>Whether a training loop is generated, which registers the model before it trains.</summary>
    public bool IsTrainSdks => ModuleUses.IsTrained(Type);

    /// <summary>Whether the registration itself is generated: it may come at any time, and knows properties by their names.</summary>
    public bool IsRegisteredByTrainSdk => _isRegisteredByTrainSdk.Value;

    /// <summary>
    /// Whether TrainSdk moves the model, which keeps tied weights tied and takes unsaved buffers along. What may be a part of a model that
    /// it trains counts as one.
    /// </summary>
    public bool IsMovedByTrainSdk => IsTrainSdks || (Uses.HasTrainedModels && Uses.MayBeRegisteredElsewhere(Type));

    /// <summary>Whether the class lists its layers in a way of its own.</summary>
    public bool RegistersByHand => _calls.Value.Overlaps(ByHand) || Chain.Any(ListsItself);

    /// <summary>Whether the class or one of its bases has TorchSharp look for layers.</summary>
    public bool CallsRegisterComponents => Constructors.Any(static constructor => constructor.Direct.Any(IsRegistration))
        || _calls.Value.Contains(RegisterComponents);

    /// <summary>The fields of the class, and of its auto-properties, that hold a layer or a parameter.</summary>
    public IEnumerable<IFieldSymbol> Components => ComponentsOf(Type);

    /// <summary>The code of its constructors.</summary>
    public IEnumerable<ModuleBody> Constructors =>
        Bodies.Where(static body => body.Member is IMethodSymbol { MethodKind: MethodKind.Constructor });

    /// <summary>The fields of a class that hold a layer or a parameter.</summary>
    public IEnumerable<IFieldSymbol> ComponentsOf(INamedTypeSymbol declaring) =>
        declaring.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && Torch.IsTrained(field.Type));

    /// <summary>Whether the class has TorchSharp look for its layers.</summary>
    public static bool IsRegistration(IOperation operation) => operation is IInvocationOperation
    {
        TargetMethod.Name: RegisterComponents,
        Instance: IInstanceReferenceOperation,
    };

    private static bool ListsItself(INamedTypeSymbol type) => Listings
        .SelectMany(name => type.GetMembers(name))
        .Any(static member => member.IsOverride && Written.ByHand(member));

    private IEnumerable<string> CallsOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Where(Written.ByHand)
        .SelectMany(reference => reference.GetSyntax(Cancel).DescendantNodes())
        .OfType<InvocationExpressionSyntax>()
        .Select(static call => call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => "",
        });
}
