using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TrainSdk.Generators.Files;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators;

/// <summary>
/// What is different in a build with <c>TrainEject</c>: files are written as source of the project, under the names of the generated ones,
/// so that the compiler has taken them before they are handed over.
/// </summary>
internal static class EjectPipeline
{
    private const string Property = "build_property.TrainEjectModels";

    /// <summary>What is ejected; nothing in an ordinary build, and then it never changes.</summary>
    public static IncrementalValueProvider<EjectPlan> Plan(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<NamedSpec> models)
    {
        var request = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            EjectRequest.Parse(options.GlobalOptions.TryGetValue(Property, out var names) ? names : null));
        return models.Collect().Combine(request).Select(static (pair, _) => EjectPlan.Of(pair.Left, pair.Right));
    }

    // Where a class stands is asked of the whole compilation: of no class at all in an ordinary build, so that nothing waits for it.
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<NamedSpec> models,
        IncrementalValueProvider<EjectPlan> plan)
    {
        var files = models.Combine(plan)
            .Where(static pair => pair.Right.Ejections.Any(ejection => ejection.Model == pair.Left.HintName))
            .Combine(context.CompilationProvider.Combine(context.AnalyzerConfigOptionsProvider))
            .SelectMany(static (pair, cancel) =>
            {
                var ((model, plan), (compilation, options)) = pair;
                var place = PlaceReader.Of(model.Spec, compilation, options, cancel);
                return place is null ? [] : EjectedFile.Of(model, plan, place);
            });

        context.RegisterSourceOutput(files, static (output, file) =>
            output.AddSource(file.HintName, SourceText.From(file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))));
        context.RegisterSourceOutput(plan.Combine(files.Collect()), static (output, pair) =>
        {
            if (pair.Left.Ejections.Count + pair.Left.Problems.Count > 0)
            {
                output.AddSource(EjectListFile.HintName, SourceText.From(EjectListFile.Of(pair.Left, pair.Right), Encoding.UTF8));
            }
        });
    }
}
