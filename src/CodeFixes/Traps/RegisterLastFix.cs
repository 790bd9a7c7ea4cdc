using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Makes <c>RegisterComponents()</c> the last statement of a constructor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterLastFix)), Shared]
public sealed class RegisterLastFix : EditFix
{
    private const string Call = "RegisterComponents();";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.ForgottenRegistration, DiagnosticIds.EarlyRegistration];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics) => node switch
    {
        ConstructorDeclarationSyntax { Parent: TypeDeclarationSyntax type } => [Add(type)],
        ClassDeclarationSyntax { ParameterList.Parameters.Count: 0 } type => [Write(type)],
        InvocationExpressionSyntax { Parent: ExpressionStatementSyntax call }
            when call.Parent is BlockSyntax { Parent: ConstructorDeclarationSyntax } => [Move(call)],
        _ => [],
    };

    // a constructor that hands over to another one leaves it to that
    private static Edit Add(TypeDeclarationSyntax type) => new("Call RegisterComponents at the end", root => root.ReplaceNodes(
        type.Members.OfType<ConstructorDeclarationSyntax>().Where(static constructor =>
            !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)
            && constructor.Initializer is not { RawKind: (int)SyntaxKind.ThisConstructorInitializer }),
        static (_, constructor) => Statements.Append(constructor, Call)));

    private static Edit Move(ExpressionStatementSyntax call) => new("Call RegisterComponents at the end", root =>
    {
        var block = (BlockSyntax)call.Parent!;
        var rest = block.WithStatements(block.Statements.Remove(call));
        return root.ReplaceNode(block, Statements.Append(rest, Call));
    });

    // class Net() : Module<…>("net") has no place for the call; with no parameters an ordinary constructor says the same
    private static Edit Write(ClassDeclarationSyntax type) => new("Write a constructor that calls RegisterComponents", root =>
    {
        var arguments = (type.BaseList?.Types[0] as PrimaryConstructorBaseTypeSyntax)?.ArgumentList.ToString() ?? "()";
        var constructor = Statements.Constructor(
            type.Identifier.ValueText, $"public {type.Identifier.ValueText}() : base{arguments} => RegisterComponents();");
        var at = type.Members.TakeWhile(static member => member is FieldDeclarationSyntax).Count();
        var bases = type.BaseList!.Types[0] is PrimaryConstructorBaseTypeSyntax primary
            ? type.BaseList.ReplaceNode(primary, SyntaxFactory.SimpleBaseType(primary.Type).WithTrailingTrivia(primary.GetTrailingTrivia()))
            : type.BaseList;
        var ordinary = type
            .WithIdentifier(type.Identifier.WithTrailingTrivia(type.ParameterList!.GetTrailingTrivia()))
            .WithParameterList(null)
            .WithBaseList(bases)
            .WithMembers(type.Members.Insert(at, constructor));
        return root.ReplaceNode(type, ordinary);
    });
}
