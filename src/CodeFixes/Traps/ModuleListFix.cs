using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Holds layers in a <c>ModuleList</c> in place of a list or an array.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModuleListFix)), Shared]
public sealed class ModuleListFix : EditFix
{
    private const string Container = "ModuleList";
    private static readonly HashSet<string> Lists = ["List", "IList", "IReadOnlyList", "ICollection", "IReadOnlyCollection", "IEnumerable"];
    private static readonly HashSet<string> Ends = ["ToList", "ToArray"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ModulesInCollection];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } field
            || field.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || ItemOf(declaration.Type) is not { } item || !IsModule(semantics.GetTypeInfo(item).Type))
        {
            yield break;
        }
        var list = SyntaxFactory.ParseTypeName($"{Container}<{item.WithoutTrivia()}>");
        var name = field.Identifier.ValueText;
        var values = Values(type, field).ToArray();
        var made = values.Select(value => (Old: value, New: Made(value, list))).ToArray();
        if (made.Any(static value => value.New is null))
        {
            yield break;
        }
        var isKnown = Usings.Knows(semantics, type.SpanStart, Container);
        yield return new Edit("Hold them in a ModuleList", root =>
        {
            var lengths = type.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
                .Where(member => member.Name.Identifier.ValueText == "Length" && NameOf(member.Expression) == name)
                .Select(static member => (SyntaxNode)member.Name);
            var edited = root.ReplaceNodes(
                made.Select(static value => (SyntaxNode)value.Old).Append(declaration.Type).Concat(lengths),
                (old, _) => old == declaration.Type ? list.WithTriviaFrom(old)
                    : made.FirstOrDefault(value => value.Old == old).New?.WithTriviaFrom(old) ?? SyntaxFactory.IdentifierName("Count"));
            return isKnown || edited is not CompilationUnitSyntax file ? edited : Usings.Add(file, "TorchSharp.Modules");
        });
    }

    private static TypeSyntax? ItemOf(TypeSyntax type) => type switch
    {
        ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } array when ranks[0].Rank == 1 => array.ElementType,
        GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } generic
            when Lists.Contains(generic.Identifier.ValueText) => arguments[0],
        _ => null,
    };

    // what the field is set to, in its initialiser and elsewhere
    private static IEnumerable<ExpressionSyntax> Values(TypeDeclarationSyntax type, VariableDeclaratorSyntax field)
    {
        var name = field.Identifier.ValueText;
        var set = type.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(set => NameOf(set.Left) == name).Select(static set => set.Right);
        return field.Initializer is { } initializer ? set.Prepend(initializer.Value) : set;
    }

    // the same layers as a ModuleList; null where the value is of another kind
    private static ExpressionSyntax? Made(ExpressionSyntax value, TypeSyntax list) => value switch
    {
        CollectionExpressionSyntax { Elements: var elements } when elements.All(static element => element is ExpressionElementSyntax) =>
            New(list, elements.Select(static element => element.ToString())),
        InitializerExpressionSyntax { Expressions: var items } => New(list, items.Select(static item => item.ToString())),
        ArrayCreationExpressionSyntax { Initializer.Expressions: var items } => New(list, items.Select(static item => item.ToString())),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var items } =>
            New(list, items.Select(static item => item.ToString())),
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } creation =>
            New(list, creation.Initializer?.Expressions.Select(static item => item.ToString()) ?? []),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call
            when Ends.Contains(member.Name.Identifier.ValueText) =>
            New(list, [call.ReplaceNode(member.Name, SyntaxFactory.IdentifierName("ToArray")).WithoutTrivia().ToString()]),
        _ => null,
    };

    private static ExpressionSyntax New(TypeSyntax list, IEnumerable<string> items) =>
        SyntaxFactory.ParseExpression($"new {list}({string.Join(", ", items)})");

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsModule(ITypeSymbol? type) => TorchNames.SelfAndBases(type).Any(TorchNames.IsModule);
}
