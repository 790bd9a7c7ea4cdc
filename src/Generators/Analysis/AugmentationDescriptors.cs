using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis;

/// <summary>The diagnostics of what is done to training samples.</summary>
internal static class AugmentationDescriptors
{
    private static readonly DiagnosticDescriptor TwoPolicies = Descriptor.Error(
        DiagnosticIds.TwoPolicies, "Images are changed by one policy",
        "{0} are two policies, each of which is meant to be all that changes colours and shapes; keep one of them");

    private static readonly DiagnosticDescriptor MixingWithoutClasses = Descriptor.Error(
        DiagnosticIds.MixingWithoutClasses, "Mixed samples need classes to mix",
        "{0}");

    private static readonly DiagnosticDescriptor AugmentedTokens = Descriptor.Error(
        DiagnosticIds.AugmentedTokens, "Tokens are no images",
        "{0} is about images, and [NextToken] reads tokens; remove one of them");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [TwoPolicies, MixingWithoutClasses, AugmentedTokens];
}
