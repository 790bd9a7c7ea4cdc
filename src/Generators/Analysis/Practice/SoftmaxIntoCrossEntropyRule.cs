using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>The cross-entropy of TorchSharp, as of PyTorch, takes scores and applies the softmax itself.</summary>
internal sealed class SoftmaxIntoCrossEntropyRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.SoftmaxIntoCrossEntropy, "A cross-entropy applies the softmax itself",
        "forward ends with a {0}, and the cross-entropy applies one itself: {1}; give the scores as they are, and let those who want "
        + "probabilities apply the softmax");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model) => LastLayer.Of(model.Network) switch
    {
        { Kind: LayerKind.Softmax } last when Criteria.IsCrossEntropy(model) =>
            [At(last.Place, "softmax", "of two, gradients are small and the loss stays far above zero")],
        { Kind: LayerKind.LogSoftmax } last when Criteria.IsCrossEntropy(model) =>
            [At(last.Place, "log-softmax", "the second one is work for nothing")],
        _ => [],
    };
}
