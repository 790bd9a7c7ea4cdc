using System.Globalization;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests;

/// <summary>The same project gives the same files: in every order of its files, in every culture, with every line end.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] Files =
    [
        ModelSource.With(
            "[Hyperparams(Lr = 3e-3), AdamW(WeightDecay = 0.01), Metric<F1>, Metric<TopK>(2)]\n[Warmup(Fraction = 0.5), Cosine(MinLr = 1e-5), EarlyStop(3, Monitor = typeof(F1))]",
            "/// <summary>Two\n/// lines.</summary>\npublic Tensor Twice(Tensor x) => x + x;",
            name: "Init",
            constructor: "double rate = 0.5, string kind = \"I\", float scale = 1.5f, int ünits = 3"),
        ModelSource.With("[Hyperparams, Regression, Amp]", "partial void OnStepEnd(in TrainSdk.Training.StepSummary step) { }", name: "InitPart"),
        "using TrainSdk; [ClipGradNorm(0.5)] public sealed partial class InitPart;",
        "using TrainSdk; [Ema(0.99)] public sealed partial class InitPart;",
        ModelSource.With("[Hyperparams(Lr = 0.25)]", name: "İnit"),
    ];

    private static readonly IReadOnlyDictionary<string, string> Expected = GeneratorRun.Of(Files).Clean().Files;

    [Fact]
    public void Once_more() => Same(Files);

    [Fact]
    public void In_any_order_of_the_files()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var shuffled = Files.ToArray();
            new Random(seed).Shuffle(shuffled);
            Same(shuffled);
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void In_any_culture(string name)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            Same(Files);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void With_any_line_end(string lineEnd) =>
        Same([.. Files.Select(file => file.ReplaceLineEndings("\n").Replace("\n", lineEnd, StringComparison.Ordinal))]);

    private static void Same(string[] files) => Assert.Equal(Expected, GeneratorRun.Of(files).Files);
}
