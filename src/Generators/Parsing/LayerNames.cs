using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// The names that a class's layers can have, where they can be known: from its fields, as long as it registers none by hand.
/// </summary>
internal static class LayerNames
{
    private static readonly HashSet<string> Registering = ["register_module", "register_parameter", "register_buffer", "add_module"];

    /// <summary>The names; null where the class may have others.</summary>
    public static EquatableArray<string>? Read(INamedTypeSymbol type, EquatableArray<Component>? components, CancellationToken cancel)
    {
        if (components is not { } known)
        {
            return null;
        }
        var registersByHand = TorchNames.SelfAndBases(type).TakeWhile(static declaring => !TorchNames.IsModuleOfTensors(declaring))
            .SelectMany(static declaring => declaring.DeclaringSyntaxReferences)
            .Where(Written.ByHand)
            .SelectMany(reference => reference.GetSyntax(cancel).DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Any(static call => Registering.Contains(NameOf(call.Expression)));
        return registersByHand ? null : [.. known.Select(static component => component.Name)];
    }

    /// <summary>The name of what is called; empty for what has none.</summary>
    public static string NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };
}
