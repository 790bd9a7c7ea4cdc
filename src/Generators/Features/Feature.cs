using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>What one attribute does to the loop.</summary>
internal abstract class Feature
{
    /// <summary>Full metadata name of the attribute.</summary>
    public abstract string AttributeName { get; }

    /// <summary>
    /// What it is a choice of, such as the optimizer; a class takes one attribute of a choice. Empty where it goes with every other.
    /// </summary>
    public virtual string ChoiceOf => "";

    /// <summary>Whether a class may have several attributes of this kind.</summary>
    public virtual bool AllowsMany => false;

    /// <summary>Whether it picks layers by their names.</summary>
    public virtual bool PicksLayers => false;

    /// <summary>What is wrong with the attribute as it is written, beyond the rules of its settings.</summary>
    public virtual IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => [];

    /// <summary>Adds the attribute's settings, lines and expressions.</summary>
    public abstract void Contribute(AttributeUse use, LoopPlan plan);
}
