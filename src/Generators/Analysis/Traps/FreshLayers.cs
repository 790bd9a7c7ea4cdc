using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Tells whether a collection is the only place that holds layers which the class makes.</summary>
internal static class FreshLayers
{
    private static readonly HashSet<string> Adding = ["Add", "AddRange", "Insert", "Push", "Enqueue", "TryAdd", "AddLast", "AddFirst"];

    /// <summary>Whether the class puts new layers into the field's collection, and makes no module of it.</summary>
    public static bool AreIn(IFieldSymbol field, ModuleReview module)
    {
        var code = module.Bodies.SelectMany(static body => body.All).ToArray();
        var variables = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { field.AssociatedSymbol ?? field };
        var fresh = Fills(code, variables, module).Any(value => IsFresh(value, code, variables, module));
        return fresh && !code.Any(operation => IsHandedOn(operation, variables, module));
    }

    // values that are put into the field, or into a local that is put into it
    private static IEnumerable<IOperation> Fills(IOperation[] code, HashSet<ISymbol> variables, ModuleReview module)
    {
        foreach (var body in module.Bodies.Where(body => variables.Contains(body.Member)))
        {
            yield return body.Code;
        }
        foreach (var set in code.OfType<ISimpleAssignmentOperation>().Where(set => Targets(set.Target, variables)))
        {
            yield return set.Value;
        }
        foreach (var call in code.OfType<IInvocationOperation>()
            .Where(call => Adding.Contains(call.TargetMethod.Name) && Targets(call.Instance, variables)))
        {
            foreach (var argument in call.Arguments)
            {
                yield return argument.Value;
            }
        }
    }

    private static bool Targets(IOperation? target, HashSet<ISymbol> variables) => Operations.Unwrapped(target) switch
    {
        IArrayElementReferenceOperation element => Targets(element.ArrayReference, variables),
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => Targets(indexer.Instance, variables),
        var variable => Operations.VariableOf(variable) is { } symbol && variables.Contains(symbol),
    };

    private static bool IsFresh(IOperation value, IOperation[] code, HashSet<ISymbol> variables, ModuleReview module) =>
        value.DescendantsAndSelf().Any(operation => operation switch
        {
            IObjectCreationOperation creation => module.Torch.IsTrained(creation.Type) && !IsKept(creation),
            IInvocationOperation call => module.Torch.IsTrained(call.Type) && module.Torch.Declares(call.TargetMethod)
                && call.TargetMethod.IsStatic && !call.TargetMethod.IsExtensionMethod && !IsKept(call),
            ILocalReferenceOperation local => variables.Add(local.Local) && IsFreshLocal(local.Local, code, variables, module),
            _ => false,
        });

    private static bool IsFreshLocal(ILocalSymbol local, IOperation[] code, HashSet<ISymbol> variables, ModuleReview module)
    {
        var isKept = code.OfType<ISimpleAssignmentOperation>().Any(set =>
            Operations.VariableOf(set.Target) is IFieldSymbol or IPropertySymbol && module.Torch.IsTrained(set.Target.Type)
            && SymbolEqualityComparer.Default.Equals(Operations.VariableOf(set.Value), local));
        var declared = code.OfType<IVariableDeclaratorOperation>()
            .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            .Select(static declarator => declarator.Initializer?.Value)
            .OfType<IOperation>();
        var self = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { local };
        return !isKept && declared.Concat(Fills(code, self, module)).Any(value => IsFresh(value, code, variables, module));
    }

    // a layer that is also put into a field of its own is registered by that
    private static bool IsKept(IOperation creation)
    {
        var around = creation.Parent;
        while (around is IConversionOperation or IParenthesizedOperation)
        {
            around = around.Parent;
        }
        return around is ISimpleAssignmentOperation set && Operations.VariableOf(set.Target) is IFieldSymbol or IPropertySymbol;
    }

    // Sequential(_layers.ToArray()), new ModuleList<Linear>(_layers): what makes a module of them registers them
    private static bool IsHandedOn(IOperation operation, HashSet<ISymbol> variables, ModuleReview module)
    {
        var arguments = operation switch
        {
            IInvocationOperation call when module.Torch.IsModule(call.Type) => call.Arguments,
            IObjectCreationOperation creation when module.Torch.IsModule(creation.Type) => creation.Arguments,
            _ => [],
        };
        return arguments.Any(argument => argument.Value.DescendantsAndSelf()
            .Any(part => Operations.VariableOf(part) is { } variable && variables.Contains(variable)));
    }
}
