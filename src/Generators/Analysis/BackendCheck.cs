using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;
using TrainSdk.Rules;

namespace TrainSdk.Generators.Analysis;

/// <summary>What the project file and the attributes say of the device.</summary>
internal static class BackendCheck
{
    /// <summary>The backend whose devices are graphics cards.</summary>
    public const string Cuda = "cuda";

    private const string Cpu = "cpu";
    private const string Property = "build_property.TrainBackend";
    private const string Advice = "; write [Amp], which chooses by the device, [Amp(AmpMode.Bf16)], or <TrainBackend>cuda</TrainBackend>";

    /// <summary>The project's <c>TrainBackend</c>; empty where no build says it.</summary>
    public static string Of(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out var backend) ? backend.Trim() : "";

    public static IEnumerable<Diagnostic> Check(IEnumerable<AttributeData> attributes, string backend, CancellationToken cancel) =>
        from attribute in attributes
        where backend == Cpu && AttributeReader.NameOf(attribute) == typeof(AmpAttribute).FullName
        where AttributeObject.Rebuild<AmpAttribute>(AttributeReader.Read(attribute, cancel)).Mode == AmpMode.Fp16
        let place = AttributePlace.Of(attribute, [nameof(AmpAttribute.Mode)], cancel)
        select Diagnostic.Create(
            Descriptors.Of(DiagnosticIds.HalfOnCpu), place, Cures.Of(Cure.Replace("Amp")), PrecisionComplaints.HalfOnCpu + Advice);
}
