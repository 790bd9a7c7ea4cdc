using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Says where TorchSharp does something else than the code seems to ask of it, in any code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrapAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => TrapRules.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TorchSymbols.Of(start.Compilation) is not { } torch)
            {
                return;
            }
            ModuleReviewer.Register(start, torch);
            foreach (var rule in TrapRules.OfCode)
            {
                rule.Register(start, torch);
            }
        });
    }
}
