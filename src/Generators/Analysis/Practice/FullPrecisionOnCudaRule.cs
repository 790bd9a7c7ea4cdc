using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>GPUs compute convolutions and attention faster in 16 bits (Micikevicius et al., 2018). Small models gain nothing.</summary>
internal sealed class FullPrecisionOnCudaRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Info(
        DiagnosticIds.FullPrecisionOnCuda, "Mixed precision is faster on a GPU",
        "The project is built for CUDA and {0} computes {1} in float32; mixed precision takes half the memory and is often 1.5 to 3 times "
        + "as fast: add [Amp]");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model)
    {
        var gain = model.Network.Has(LayerKind.Convolution) ? "convolutions" : model.Network.Has(LayerKind.Attention) ? "attention" : null;
        return model.Backend != BackendCheck.Cuda || gain is null || model.Has<AmpAttribute>()
            ? []
            : [At(model.PlaceOf<HyperparamsAttribute>(), [Cure.Add("Amp")], model.Name, gain)];
    }
}
