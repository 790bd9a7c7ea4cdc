using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>One trap in code anywhere.</summary>
internal abstract class TrapRule
{
    /// <summary>What is reported.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Asks for the operations that the rule looks at.</summary>
    public abstract void Register(CompilationStartAnalysisContext start, TorchSymbols torch);
}
