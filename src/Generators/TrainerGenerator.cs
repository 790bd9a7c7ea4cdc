using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TrainSdk.Generators.Files;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators;

/// <summary>
/// The pipeline: a class with <c>[Hyperparams]</c> becomes a value, the value becomes files. Its name is part of the files' path on disk.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TrainerGenerator : IIncrementalGenerator
{
    /// <summary>Tracking name of the step that reads classes.</summary>
    public const string ParseStep = "Parse";

    /// <summary>Tracking name of the step that names files.</summary>
    public const string NameStep = "Name";

    /// <summary>Tracking name of the step that writes files.</summary>
    public const string FileStep = "File";

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var specs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                typeof(HyperparamsAttribute).FullName!,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancel) => KnownModels.Parse(found, cancel))
            .WithTrackingName(ParseStep);

        var named = specs
            .Where(static spec => spec is not null)
            .Collect()
            .SelectMany(static (all, _) => HintNames.Assign(all!))
            .WithTrackingName(NameStep);

        var plan = EjectPipeline.Plan(context, named);
        // One output per file: the compiler parses a file again only where its own text is another.
        var files = named.Combine(plan)
            .SelectMany(static (pair, _) => FilesOf(pair.Left, pair.Right))
            .WithTrackingName(FileStep);
        context.RegisterSourceOutput(files, static (output, file) =>
            output.AddSource(file.HintName, SourceText.From(file.Text, WithoutMark)));

        var names = files.Select(static (file, _) => file.HintName).Collect();
        context.RegisterSourceOutput(names, static (output, all) =>
            output.AddSource(ManifestFile.HintName, SourceText.From(ManifestFile.Of(all), WithoutMark)));
        EjectPipeline.Register(context, named, plan);
    }

    private static IEnumerable<NamedFile> FilesOf(NamedSpec model, EjectPlan plan) => ModelFiles.Of(model.Spec)
        .Where(file => !plan.HandsOver(model.HintName, file.Topic))
        .Select(file => new NamedFile(HintNames.Of(model.HintName, file.Topic), file.Text));
}
