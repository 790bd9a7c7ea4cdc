using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>A layer of a network, or a function that it applies.</summary>
/// <param name="kind">What it does.</param>
/// <param name="place">Where it is made, or called where it is a function.</param>
internal sealed class Layer(LayerKind kind, Location place)
{
    public LayerKind Kind => kind;

    public Location Place => place;

    /// <summary>Whether a convolution adds a bias; null where that is not known.</summary>
    public bool? HasBias { get; init; }

    /// <summary>Size of a convolution's kernel; null where it is not known or not the same in all directions.</summary>
    public long? Kernel { get; init; }

    /// <summary>Stride of a convolution; null where it is not known.</summary>
    public long? Stride { get; init; }
}
