using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

/// <summary>Generated code compiles without a warning whatever a project asks of its compiler.</summary>
public sealed class LanguageTests
{
    private const string Attributes =
        "[Hyperparams, Classification, Metric<F1>, AdamW, ParamGroup(\"_head\", LrScale = 0.5), ScaleLr, Warmup(5), Cosine, ReduceLrOnPlateau(4)]\n"
        + "[LabelSmoothing, Amp, Accumulate(4), ClipGradNorm, Ema, MixUp, RandomCrop, Flip, Normalize, Validate(EverySteps = 9), EarlyStop(12)]\n"
        + "[Freeze(\"_head\", UntilEpoch = 2), Pretrained(\"_head\", \"head.safetensors\"), OnDivergence]";

    private const string Members = "partial void OnStepEnd(in TrainSdk.Training.StepSummary step) { }";

    private static readonly CSharpCompilationOptions Plain = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly string Model = ModelSource.With(Attributes, Members, constructor: "int width = 3, string kind = \"a\", bool deep = true");

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void In_the_language(LanguageVersion version) => Assert.Empty(Complaints(Model, version, Plain));

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void With_nullable(NullableContextOptions nullable) =>
        Assert.Empty(Complaints(Model, LanguageVersion.CSharp13, Plain.WithNullableContextOptions(nullable)));

    [Fact]
    public void Checked_unsafe_and_with_every_warning_an_error() => Assert.Empty(Complaints(
        Model,
        LanguageVersion.CSharp13,
        Plain.WithOverflowChecks(true).WithAllowUnsafe(true).WithOptimizationLevel(OptimizationLevel.Release)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithWarningLevel(9999)));

    // What the language gained after version 13, as far as the compiler that runs here knows it.
    [Theory]
    [InlineData("public int Width { get => field; set => field = value < 1 ? 1 : value; } = 1;")]
    [InlineData("public Linear? Neck { get => field; private set; }")]
    [InlineData("public partial int Size { get; } public partial int Size => 3;")]
    [InlineData("public void Reset(MyModel? other) => other?._head = Linear(1, 1);")]
    [InlineData("public unsafe void Walk(int* at) => *at = 1;")]
    [InlineData("public static MyModel operator checked +(MyModel a, MyModel b) => a; public static MyModel operator +(MyModel a, MyModel b) => a;")]
    public void Beside_members_in_new_forms(string member) => Assert.Empty(Complaints(
        ModelSource.With(Attributes, Members + member).Replace("readonly Linear _head", "Linear _head", StringComparison.Ordinal),
        LanguageVersion.Preview,
        Plain.WithAllowUnsafe(true)));

    private static IEnumerable<Diagnostic> Complaints(string source, LanguageVersion version, CSharpCompilationOptions options)
    {
        var parse = GeneratorRun.ParseOptions.WithLanguageVersion(version);
        var project = CSharpCompilation.Create("Models", [CSharpSyntaxTree.ParseText(source, parse, "Source0.cs")], References.All, options);
        var driver = CSharpGeneratorDriver.Create([new TrainerGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out _);
        Assert.Contains(driver.GetRunResult().GeneratedTrees, static tree => tree.FilePath.EndsWith("MyModel.Training.g.cs", StringComparison.Ordinal));
        return compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree?.FilePath == "Source0.cs"));
    }
}
