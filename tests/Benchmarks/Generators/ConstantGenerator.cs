using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TrainSdk.Benchmarks.Generators;

/// <summary>The least that a generator for the same classes can do: it finds them by their attribute and writes constant texts.</summary>
/// <param name="texts">What it writes for each class, by the end of the file's name.</param>
internal sealed class ConstantGenerator(IReadOnlyDictionary<string, string> texts) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "TrainSdk.HyperparamsAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => found.TargetSymbol.Name);
        context.RegisterSourceOutput(names, (output, name) =>
        {
            foreach (var (topic, text) in texts)
            {
                output.AddSource($"{name}.{topic}", SourceText.From(text, Encoding.UTF8));
            }
        });
    }
}
