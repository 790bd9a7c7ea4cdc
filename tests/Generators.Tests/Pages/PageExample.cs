using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Pages;

/// <summary>
/// A fragment of code as pages show it, made whole: attributes and members get a class, statements a method. <c>…</c> stands for what does
/// not matter.
/// </summary>
/// <param name="Fragment">What stands on the page.</param>
/// <param name="Attributes">The attributes of the class of members that come without one.</param>
internal sealed partial record PageExample(string Fragment, string Attributes)
{
    private const string Usings = ModelSource.Usings + """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using TorchSharp.Utils;
        using TrainSdk.Recording;
        using TrainSdk.Training;
        using static TorchSharp.torch.nn.functional;

        """;

    /// <summary>The project's backend, where a comment gives it.</summary>
    public string Backend => BackendComment().Match(Fragment).Groups[1].Value;

    private string Code => Silence().Replace(Value().Replace(Body().Replace(Fragment, "=> throw null!"), "= null!"), "");

    /// <summary>The examples of a block: each line of attributes that no class follows is one.</summary>
    public static IEnumerable<PageExample> Of(string block, string attributes)
    {
        var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var comments = string.Concat(lines.Where(static line => line[0] == '/').Select(static line => $"\n{line}"));
        return lines.All(static line => line[0] is '[' or '/')
            ? lines.Where(static line => line[0] == '[').Select(line => new PageExample(line + comments, attributes))
            : [new PageExample(block, attributes)];
    }

    /// <summary>Whether it shows a loop that was ejected.</summary>
    public bool IsEjected => Fragment.Contains("[TrainingLoop(", StringComparison.Ordinal);

    /// <summary>The fragment in a namespace.</summary>
    public string[] Files(string space) => IsEjected ? Ejected(space) : [In(space)];

    /// <summary>A file with the fragment in each of some namespaces.</summary>
    public string In(params string[] spaces)
    {
        var types = Whole(Code);
        return Usings + string.Concat(spaces.Select(space => $"namespace {space}\n{{\n{types}}}\n"));
    }

    // the model, and its loop as the mark tells
    private string[] Ejected(string space)
    {
        var types = Parse(Code)!.Members.Cast<TypeDeclarationSyntax>().ToArray();
        var mark = types[^1].AttributeLists[0].ToString();
        var before = $"[{string.Join(", ", Origin().Matches(mark).Select(static match => match.Groups[1].Value))}]";
        string ModelWith(string attributes) => $"{Usings}namespace {space};\n{Model(attributes, "")}";
        var loop = EjectRun.Loop(ModelWith(before));
        return [ModelWith(types.Length > 1 ? types[0].AttributeLists.ToString() : before), Mark().Replace(loop, mark)];
    }

    private string Whole(string code)
    {
        if (Parse($"{code}\nclass C;") is { Members: [ClassDeclarationSyntax { AttributeLists.Count: > 0, Identifier.ValueText: "C" }] })
        {
            return Model(code, "");
        }
        if (Parse(code) is { Members: [TypeDeclarationSyntax, ..] types })
        {
            return string.Concat(types.Cast<TypeDeclarationSyntax>().Select(WholeClass.Of));
        }
        if (Parse($"class C {{ {code} }}") is { } members && !members.DescendantNodes().OfType<IdentifierNameSyntax>().Any(static name => name.IsVar && name.Parent?.Parent is FieldDeclarationSyntax))
        {
            return Model(Attributes, code);
        }
        return Parse($"class C {{ object o = {code}; }}") is not null
            ? Model(Attributes, $"private readonly Sequential _layers = {code.Trim()};\n    public override Tensor forward(Tensor x) => _layers.call(x);")
            : Type($"public static class Program\n{{\n    public static async Task Run()\n    {{\n{code}    }}\n}}\n");
    }

    private static string Model(string attributes, string members)
    {
        var name = Constructor().Match(members) is { Success: true } constructor ? constructor.Groups[1].Value : "MyModel";
        return Type($"{attributes}\npublic sealed partial class {name} : Module<Tensor, Tensor>\n{{\n    {members}\n}}\n");
    }

    private static string Type(string text) =>
        WholeClass.Of((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(text, options: GeneratorRun.ParseOptions)!);

    private static CompilationUnitSyntax? Parse(string text) =>
        SyntaxFactory.ParseCompilationUnit(text, options: GeneratorRun.ParseOptions) is { ContainsDiagnostics: false } file ? file : null;

    [GeneratedRegex("<TrainBackend>(.*)</TrainBackend>")]
    private static partial Regex BackendComment();

    [GeneratedRegex("=> …")]
    private static partial Regex Body();

    [GeneratedRegex("= …")]
    private static partial Regex Value();

    [GeneratedRegex("…")]
    private static partial Regex Silence();

    [GeneratedRegex(@"^\s*public (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Constructor();

    [GeneratedRegex("(?<=, )\"(.*?)\"")]
    private static partial Regex Origin();

    [GeneratedRegex(@"\[TrainingLoop\(.*?\)\]")]
    private static partial Regex Mark();
}
