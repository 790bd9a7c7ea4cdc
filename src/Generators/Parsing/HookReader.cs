using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>Finds the hooks that a class implements.</summary>
internal static class HookReader
{
    /// <summary>Their names, in the order of <see cref="Hooks.All"/>.</summary>
    public static IEnumerable<string> Read(INamedTypeSymbol type, CancellationToken cancel) => Hooks.All
        .Where(hook => type.GetMembers(hook.Name).Any(member => IsHook(member, hook, cancel) && HasBody(member, cancel)))
        .Select(static hook => hook.Name);

    /// <summary>Members with the name of a hook that are none, so that they would never be called.</summary>
    public static IEnumerable<ISymbol> Wrong(INamedTypeSymbol type, CancellationToken cancel) => Hooks.All
        .SelectMany(hook => type.GetMembers(hook.Name).Where(member => !IsHook(member, hook, cancel)));

    private static bool IsHook(ISymbol member, Hook hook, CancellationToken cancel) =>
        member is IMethodSymbol { ReturnsVoid: true, IsGenericMethod: false, IsStatic: false, Parameters.Length: 1 } method
        && method.Parameters[0].RefKind == RefKind.In
        && method.Parameters[0].Type.Name == hook.TypeName
        && Declarations(method, cancel).All(static declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    // Without the generated declaration the compiler knows the user's half alone, with it both.
    private static bool HasBody(ISymbol member, CancellationToken cancel) =>
        Declarations((member as IMethodSymbol)?.PartialImplementationPart ?? member, cancel)
            .Any(static declaration => declaration.Body is not null || declaration.ExpressionBody is not null);

    private static IEnumerable<MethodDeclarationSyntax> Declarations(ISymbol member, CancellationToken cancel) =>
        member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancel)).OfType<MethodDeclarationSyntax>();
}
