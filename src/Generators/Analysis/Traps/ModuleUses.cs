using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>
/// What the project does with its module classes. TorchSharp registers what a module holds in a field together with it, so that a class
/// that is only ever held need not call <c>RegisterComponents</c>; <c>Sequential</c> does not.
/// </summary>
internal sealed class ModuleUses
{
    private const string Sequential = "Sequential";

    private readonly Lazy<HashSet<ISymbol>> _held;
    private readonly Lazy<HashSet<ISymbol>> _extended;
    private readonly Lazy<HashSet<string>> _made;
    private readonly Lazy<bool> _hasTrainedModels;

    public ModuleUses(Compilation compilation, TorchSymbols torch)
    {
        var modules = new Lazy<IReadOnlyList<INamedTypeSymbol>>(
            () => [.. TypesOf(compilation.Assembly.GlobalNamespace).Where(torch.IsModule)]);
        _held = new(() => new HashSet<ISymbol>(modules.Value.SelectMany(Held), SymbolEqualityComparer.Default));
        _extended = new(() => new HashSet<ISymbol>(
            modules.Value.SelectMany(static type => TorchNames.SelfAndBases(type.BaseType))
                .Select(static type => type.OriginalDefinition),
            SymbolEqualityComparer.Default));
        _hasTrainedModels = new(() => modules.Value.Any(IsTrained));
        _made = new(() => Made(compilation, [.. modules.Value.Select(static type => type.Name)]));
    }

    /// <summary>Whether a training loop is generated for one of the classes.</summary>
    public bool HasTrainedModels => _hasTrainedModels.Value;

    /// <summary>Whether a training loop is generated for the class.</summary>
    public static bool IsTrained(INamedTypeSymbol type) => AttributeReader.MarkerOf(type.GetAttributes()) is not null;

    /// <summary>Whether another module may hold one, or another class may derive from it.</summary>
    public bool MayBeRegisteredElsewhere(INamedTypeSymbol type) => _extended.Value.Contains(type.OriginalDefinition)
        || _held.Value.Contains(type.OriginalDefinition) || _made.Value.Contains(type.Name);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(
        static member => member switch
        {
            INamespaceSymbol space => TypesOf(space),
            INamedTypeSymbol type => TypesOf(type).Prepend(type),
            _ => [],
        });

    private static IEnumerable<ISymbol> Held(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(static field => field.Type.Name != Sequential)
        .SelectMany(static field => field.Type is INamedTypeSymbol named ? named.TypeArguments.Append(named) : [])
        .Select(static held => held.OriginalDefinition);

    // names of the classes that module classes make; by name, since each is looked up in a class that was already found at fault
    private static HashSet<string> Made(Compilation compilation, HashSet<string> modules) =>
    [
        .. compilation.SyntaxTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => modules.Contains(type.Identifier.ValueText))
            .SelectMany(static type => type.DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
            .Where(static creation => !creation.Ancestors().Any(IsSequential))
            .Select(static creation => NameOf(creation.Type)),
    ];

    private static bool IsSequential(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText == Sequential,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText == Sequential,
        ObjectCreationExpressionSyntax creation => NameOf(creation.Type) == Sequential,
        _ => false,
    };

    private static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };
}
