using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>The code of one class: what its fields and locals are given, and what its methods do.</summary>
internal sealed class ClassCode
{
    private static readonly HashSet<string> Growing = ["append", "Add", "AddRange", "Insert", "insert", "extend", "add_module"];

    private readonly Dictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _bodies = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _grown = new(SymbolEqualityComparer.Default);

    /// <param name="type">The class.</param>
    /// <param name="blocks">The bodies and initialisers of its members.</param>
    public ClassCode(INamedTypeSymbol type, IEnumerable<(ISymbol Owner, IOperation Block)> blocks)
    {
        Type = type;
        foreach (var (owner, block) in blocks)
        {
            if (block is IBlockOperation)
            {
                _bodies[owner] = block;
            }
            foreach (var operation in block.DescendantsAndSelf())
            {
                Note(operation);
            }
        }
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The modules that it makes, in no order.</summary>
    public List<IInvocationOperation> Factories { get; } = [];

    /// <summary>The objects of other classes that it makes.</summary>
    public List<INamedTypeSymbol> Created { get; } = [];

    /// <summary>What a field, property or local is; null where it is given several values, one on a condition, or grows.</summary>
    public IOperation? ValueOf(ISymbol symbol) =>
        _values.TryGetValue(symbol, out var value) && !_grown.Contains(symbol) ? value : null;

    /// <summary>A method's body; null for one of another class.</summary>
    public IOperation? BodyOf(IMethodSymbol method) => _bodies.TryGetValue(method.OriginalDefinition, out var body) ? body : null;

    /// <summary>What a deconstruction gives values to: <c>(a, b) = …</c> and <c>var (a, b) = …</c>.</summary>
    public static IReadOnlyList<IOperation> TargetsOf(IDeconstructionAssignmentOperation deconstruction) => deconstruction.Target switch
    {
        ITupleOperation targets => targets.Elements,
        IDeclarationExpressionOperation { Expression: ITupleOperation targets } => targets.Elements,
        _ => [],
    };

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                Note(assignment.Target, assignment.Value, operation);
                break;
            case ICompoundAssignmentOperation compound:
                Note(compound.Target, null, operation);
                break;
            case ICoalesceAssignmentOperation coalesce:
                Note(coalesce.Target, null, operation);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                NoteEach(TargetsOf(deconstruction), deconstruction.Value as ITupleOperation, operation);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Note(argument.Value, null, operation);
                break;
            case IFieldInitializerOperation initializer:
                NoteAll(initializer.InitializedFields, initializer.Value);
                break;
            case IPropertyInitializerOperation initializer:
                NoteAll(initializer.InitializedProperties, initializer.Value);
                break;
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                Set(declarator.Symbol, initializer.Value);
                break;
            case IInvocationOperation call:
                NoteCall(call);
                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol created }:
                Created.Add(created);
                break;
        }
    }

    private void NoteCall(IInvocationOperation call)
    {
        if (TorchCalls.IsFactory(call))
        {
            Factories.Add(call);
        }
        else if (Growing.Contains(call.TargetMethod.Name) && call.Instance is { } grown && SymbolOf(grown) is { } symbol)
        {
            _grown.Add(symbol);
        }
    }

    private void NoteAll(IEnumerable<ISymbol> symbols, IOperation value)
    {
        foreach (var symbol in symbols)
        {
            Set(symbol, value);
        }
    }

    private void NoteEach(IReadOnlyList<IOperation> targets, ITupleOperation? values, IOperation whole)
    {
        for (var at = 0; at < targets.Count; at++)
        {
            Note(targets[at], at < values?.Elements.Length ? values.Elements[at] : null, whole);
        }
    }

    private void Note(IOperation target, IOperation? value, IOperation assignment)
    {
        if (SymbolOf(target) is { } symbol)
        {
            Set(symbol, IsConditional(assignment) ? null : value);
        }
    }

    private void Set(ISymbol symbol, IOperation? value) => _values[symbol] = _values.ContainsKey(symbol) ? null : value;

    private static ISymbol? SymbolOf(IOperation target) => target switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation declaration => SymbolOf(declaration.Expression),
        _ => null,
    };

    private static bool IsConditional(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            var isSure = around is not (IConditionalOperation or ILoopOperation or ISwitchOperation)
                && around is not (IAnonymousFunctionOperation or ILocalFunctionOperation);
            if (!isSure)
            {
                return true;
            }
        }
        return false;
    }
}
