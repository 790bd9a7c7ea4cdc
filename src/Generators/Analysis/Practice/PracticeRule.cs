using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>One thing that a good practitioner would do otherwise. It speaks only where it is sure.</summary>
internal abstract class PracticeRule
{
    /// <summary>What it reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether it also looks at modules that are parts of models.</summary>
    public virtual bool HoldsForBlocks => false;

    /// <summary>What is to be said of a model.</summary>
    public abstract IEnumerable<Diagnostic> Check(ModelReview model);

    /// <summary>The rule's diagnostic at a place.</summary>
    protected Diagnostic At(Location place, params object[] words) => At(place, [], words);

    /// <summary>The same with the edits of attributes that mend it, the best first.</summary>
    protected Diagnostic At(Location place, Cure[] cures, params object[] words) =>
        Diagnostic.Create(Descriptor, place, Cures.Of(cures), words);
}
