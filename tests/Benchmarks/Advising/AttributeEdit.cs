using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>Writes an attribute on the model class, as somebody does who follows a line of advice: what it says is taken over, the rest stays.</summary>
internal static class AttributeEdit
{
    /// <param name="source">The model class.</param>
    /// <param name="attribute">With its brackets: <c>[Hyperparams(Lr = 0.1)]</c>.</param>
    public static ModelSource Apply(ModelSource source, string attribute)
    {
        var root = CSharpSyntaxTree.ParseText(source.Text).GetRoot();
        var model = root.DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        var list = Parsed(attribute);
        var wanted = list.Attributes[0];
        var present = model.AttributeLists.SelectMany(static one => one.Attributes).FirstOrDefault(one => one.Name.ToString() == wanted.Name.ToString());
        var edited = present is null
            ? root.ReplaceNode(model, model.AddAttributeLists(list.WithTrailingTrivia(SyntaxFactory.LineFeed)))
            : root.ReplaceNode(present, present.WithArgumentList(Merged(present, wanted)));
        return new ModelSource(edited.ToFullString());
    }

    /// <summary>Takes the attribute away, of several of its name the one with the same argument.</summary>
    /// <param name="source">The model class.</param>
    /// <param name="attribute">With its brackets: <c>[Freeze("trunk")]</c>.</param>
    public static ModelSource Remove(ModelSource source, string attribute)
    {
        var root = CSharpSyntaxTree.ParseText(source.Text).GetRoot();
        var unwanted = Parsed(attribute).Attributes[0];
        var present = root.DescendantNodes().OfType<AttributeSyntax>().First(one =>
            one.Name.ToString() == unwanted.Name.ToString() && Of(unwanted).All(argument => Of(one).Any(argument.IsEquivalentTo)));
        SyntaxNode gone = present.Parent is AttributeListSyntax { Attributes.Count: 1 } alone ? alone : present;
        return new ModelSource(root.RemoveNode(gone, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString());
    }

    private static AttributeListSyntax Parsed(string attribute) =>
        CSharpSyntaxTree.ParseText($"{attribute} class Edited;").GetRoot().DescendantNodes().OfType<AttributeListSyntax>().First();

    private static AttributeArgumentListSyntax Merged(AttributeSyntax present, AttributeSyntax wanted)
    {
        var arguments = Of(present).ToDictionary(NameOf);
        foreach (var argument in Of(wanted))
        {
            arguments[NameOf(argument)] = argument;
        }
        return SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(
            arguments.OrderBy(static one => one.Key.Length == 0 ? 0 : 1).Select(static one => one.Value)));
    }

    private static IEnumerable<AttributeArgumentSyntax> Of(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments ?? [];

    // Attributes here have one argument without a name at most.
    private static string NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.ToString() ?? "";
}
