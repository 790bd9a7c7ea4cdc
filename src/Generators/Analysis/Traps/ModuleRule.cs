using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>One trap in how a module class holds its layers.</summary>
internal abstract class ModuleRule
{
    /// <summary>What is reported.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>What there is to say of a class.</summary>
    public abstract IEnumerable<Diagnostic> Check(ModuleReview module);
}
