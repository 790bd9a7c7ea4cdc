using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Pages;

/// <summary>Gives the classes of an example what it leaves out: layers and variables that it only uses, a constructor, and <c>forward</c>.</summary>
internal sealed class WholeClass : CSharpSyntaxRewriter
{
    private const string Linear = "Linear(4, 4)";

    private static readonly (string Name, string Type, string Value)[] Fields =
    [
        ("backbone", "Sequential", $"Sequential((\"stem\", {Linear}), (\"blocks\", {Linear}), (\"layer3\", {Linear}), (\"layer4\", {Linear}))"),
        ("encoder", "Sequential", $"Sequential({Linear})"),
        ("_fc", "Linear", Linear), ("_body", "Linear", Linear), ("_head", "Linear", Linear),
        ("_embed", "Embedding", "Embedding(100, 4)"),
        ("_mask", "Tensor", "ones(4)"),
    ];

    private static readonly (string Name, string Type)[] Variables =
    [
        ("model", "Sequential"), ("batches", "List<(Tensor X, Tensor Y)>"), ("optimizer", "optim.Optimizer"), ("accuracies", "double[]"),
        ("device", "Device"), ("x", "Tensor"), ("a", "Tensor"), ("b", "Tensor"), ("ReadAsync", "Func<Task<Tensor>>"),
    ];

    /// <summary>The type as text, whole.</summary>
    public static string Of(TypeDeclarationSyntax type) => new WholeClass().Visit(type).ToFullString() + "\n";

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
    {
        var type = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
        return BaseOf(type) is { } module ? type.AddMembers([.. Missing(type, module).Select(Member)]) : type;
    }

    /// <summary>Variables that a static method only uses are its parameters.</summary>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => node.Modifiers.Any(SyntaxKind.AsyncKeyword)
        ? node.AddParameterListParameters([.. Variables.Where(variable => Lacks(node, variable.Name)).Select(static variable =>
            SyntaxFactory.Parameter(SyntaxFactory.Identifier(variable.Name)).WithType(SyntaxFactory.ParseTypeName(variable.Type + " ")))])
        : node;

    private static IEnumerable<string> Missing(ClassDeclarationSyntax type, GenericNameSyntax module)
    {
        foreach (var (name, fieldType, value) in Fields.Where(field => Lacks(type, field.Name)))
        {
            var isSet = type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(set => set.Left.ToString() == name);
            yield return $"private readonly {fieldType} {name}{(isSet ? "" : $" = {value}")};";
        }
        if (type.ParameterList is null && !type.Members.OfType<ConstructorDeclarationSyntax>().Any())
        {
            yield return $"public {type.Identifier.ValueText}() : base(\"model\") => RegisterComponents();";
        }
        if (!type.Members.OfType<MethodDeclarationSyntax>().Any(static method => method.Identifier.ValueText == "forward"))
        {
            var types = module.TypeArgumentList.Arguments;
            var inputs = types.SkipLast(1).Select(static (input, at) => $"{input} input{at}");
            yield return $"public override {types.Last()} forward({string.Join(", ", inputs)}) => throw null!;";
        }
    }

    private static bool Lacks(SyntaxNode node, string name)
    {
        var uses = node.DescendantNodes().Any(inner => inner switch
        {
            IdentifierNameSyntax used => used.Identifier.ValueText == name,
            LiteralExpressionSyntax { Parent: AttributeArgumentSyntax, Token.Value: string text } => text.Split('.')[0] == name && !HasFields(node),
            _ => false,
        });
        return uses && !node.DescendantNodes().Any(inner => inner switch
        {
            VariableDeclaratorSyntax field => field.Identifier.ValueText == name,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText == name,
            ParameterSyntax parameter => parameter.Identifier.ValueText == name,
            _ => false,
        });
    }

    private static bool HasFields(SyntaxNode node) => node.ChildNodes().OfType<FieldDeclarationSyntax>().Any();

    private static GenericNameSyntax? BaseOf(ClassDeclarationSyntax type) =>
        type.BaseList?.Types.Select(static part => part.Type).OfType<GenericNameSyntax>().FirstOrDefault(static part => part.Identifier.ValueText == "Module");

    private static MemberDeclarationSyntax Member(string text) =>
        SyntaxFactory.ParseMemberDeclaration($"\n    {text}\n", options: GeneratorRun.ParseOptions)!;
}
