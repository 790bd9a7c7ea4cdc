using TrainSdk.Advice;
using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Advice;

/// <summary>Each rule finds the run that is made up to be ill in its way, and none finds anything in a healthy one.</summary>
public sealed class FindingTests : IDisposable
{
    private static readonly Dictionary<string, string> Plain = new MadeUpRun().Settings;

    private static readonly Dictionary<string, MadeUpRun> Ill = new()
    {
        ["lr-too-high"] = new() { Layer = static _ => (5, 0.5, 0), TrainLoss = static _ => 2.4, ValidationLoss = static _ => 2.4, TrainAccuracy = static _ => 0.1 },
        ["amp-scale-collapsing"] = new() { Precision = "fp16", Norm = static step => step % 8 == 0 ? double.PositiveInfinity : 1 },
        ["exploding-gradients"] = new() { Norm = static step => step % 50 == 49 ? 300 : 1 },
        ["loss-spikes"] = new() { StepLoss = static (step, loss) => step % 20 == 7 && step > 20 ? 40 : loss },
        ["lr-too-low"] = new() { Layer = static _ => (0.1, 1e-5, 0), TrainLoss = static epoch => 2.3 - (0.01 * epoch) },
        ["batch-too-large"] = new() { Settings = With("batchSize", "1024"), TrainLoss = static epoch => 2.3 * Math.Pow(0.95, epoch) },
        ["batch-too-small"] = new()
        {
            Settings = With("batchSize", "4"),
            Lr = static _ => 0.001,
            ValidationLoss = static epoch => epoch % 2 == 0 ? 1 : 1.5,
            TrainAccuracy = static _ => 0.8,
        },
        ["tiny-batch-norm"] = new() { Settings = With("batchSize", "4"), HasBatchNorm = true },
        ["dead-units"] = new() { Layer = static layer => (0.1, 1e-3, layer == 1 ? 0.75 : 0) },
        ["vanishing-gradients"] = new() { Layer = static layer => (Math.Pow(10, 2 * (layer - 3)), 1e-3, 0), TrainLoss = static _ => 2.2 },
        ["frozen-forever"] = new() { Settings = With("freezeLayer0", "30"), Layer = static layer => layer == 0 ? (0, 0, double.NaN) : (0.1, 1e-3, 0) },
        ["stopped-too-soon"] = new()
        {
            Settings = With("earlyStop", "3", ("epochs", "100")),
            StopReason = "EarlyStopped",
            Lr = static _ => 0.001,
            TrainLoss = static epoch => 2.3 * Math.Pow(0.97, epoch),
            ValidationLoss = static epoch => epoch < 16 ? 2 - (0.05 * epoch) : 1.3,
            TrainAccuracy = static _ => 0.7,
        },
        ["noisy-validation"] = new()
        {
            Settings = With("earlyStop", "4"),
            StopReason = "EarlyStopped",
            ValidationLoss = static epoch => epoch == 15 ? 0.8 : 1 + (0.3 * (epoch % 2)),
        },
        ["plateau-without-decay"] = new()
        {
            Lr = static _ => 0.001,
            TrainLoss = static epoch => Math.Max(0.6, 2 - (0.2 * epoch)),
            ValidationLoss = static epoch => epoch < 8 ? 2 - (0.15 * epoch) : 0.95,
        },
        ["overfitting"] = new()
        {
            ValidationLoss = static epoch => 0.5 + (0.03 * Math.Abs(epoch - 5)),
            TrainAccuracy = static _ => 0.99,
            ValidationAccuracy = static _ => 0.75,
        },
        ["underfitting"] = new()
        {
            Lr = static _ => 0.001,
            TrainLoss = static epoch => 2.3 * Math.Pow(0.93, epoch),
            ValidationLoss = static epoch => 2.3 * Math.Pow(0.94, epoch),
        },
        ["class-imbalance"] = new() { ClassCounts = [900, 50, 50], ValidationAccuracy = static _ => 0.91 },
        ["label-noise"] = new() { Samples = [.. Enumerable.Range(0, 4).Select(static at => new SampleRow("train", at, "", 7, "a", "b"))] },
        ["always-clipping"] = new() { Settings = With("clipGradNorm", "0.1") },
        ["data-bound"] = new() { Times = new() { ["data"] = 6, ["forward"] = 1, ["backward"] = 2 } },
        ["amp-not-paying"] = new() { Precision = "bf16", Times = new() { ["data"] = 0.1, ["forward"] = 0.001, ["backward"] = 0.002 } },
    };

    private readonly TemporaryFolder _temporary = new();
    private readonly RunFolder _folder;

    public FindingTests() => _folder = RunFolder.Create(_temporary.File("run"), "a");

    public static TheoryData<string> Ids => [.. FindingCatalog.Rules.Select(static rule => rule.Id)];

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [MemberData(nameof(Ids))]
    public void AnIllRunIsFound(string id)
    {
        var found = FindingCatalog.In(Ill[id].History(_folder));
        var finding = Assert.Single(found, finding => finding.Id == id);
        Assert.All((string[])[finding.Sentence, finding.Evidence, finding.Edit], static text =>
        {
            Assert.NotEmpty(text);
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void NothingElseIsSaidThanWhatFollowsFromIt(string id)
    {
        var allowed = id switch
        {
            "lr-too-low" => ["underfitting"],
            "vanishing-gradients" => ["lr-too-high"],
            _ => (string[])[],
        };
        Assert.Empty(FindingCatalog.In(Ill[id].History(_folder)).Select(static finding => finding.Id).Except([id, .. allowed]));
    }

    [Fact]
    public void AHealthyRunGetsNoAdvice() => Assert.Empty(FindingCatalog.In(new MadeUpRun().History(_folder)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ARunThatHasHardlyBegunGetsNone(int epochs) =>
        Assert.Empty(FindingCatalog.In(new MadeUpRun { Epochs = epochs }.History(_folder)));

    [Theory]
    [InlineData("sgd", "[Hyperparams(Lr = 0.1)]")]
    [InlineData("adam", "[Hyperparams(Lr = 0.01)]")]
    public void ATenthOfARateIsStillTooMuchForAdam(string optimizer, string expected)
    {
        var settings = new Dictionary<string, string>(Plain) { ["lr"] = "1" };
        if (optimizer == "adam")
        {
            settings["beta2"] = "0.999";
        }
        var run = Ill["lr-too-high"] with { Settings = settings, Layer = static _ => (5, 0.11, 0) };
        Assert.StartsWith(expected, FindingCatalog.In(run.History(_folder))[0].Edit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "[Freeze(\"layer0\", UntilEpoch = ")]
    [InlineData(false, "remove [Freeze(\"layer0\")]")]
    public void RandomWeightsAreNotToBeFrozenAtAll(bool isPretrained, string expected)
    {
        var run = Ill["frozen-forever"].History(_folder) with { IsPretrained = isPretrained };
        Assert.StartsWith(expected, Assert.Single(FindingCatalog.In(run)).Edit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "plateau-without-decay")]
    [InlineData(true, "underfitting")]
    public void ALossThatFallsByThreePercentIsAPlateauButATextStillLearns(bool isText, string expected)
    {
        var run = new MadeUpRun
        {
            IsText = isText,
            Lr = static _ => 0.001,
            TrainLoss = static epoch => epoch == 0 ? 3 : 2.2 - (0.011 * epoch),
            ValidationLoss = static epoch => epoch == 0 ? 3 : 2.3 - (0.011 * epoch),
            TrainAccuracy = static _ => 0.6,
            ValidationAccuracy = static _ => 0.58,
        };
        Assert.Equal([expected], FindingCatalog.In(run.History(_folder)).Select(static finding => finding.Id));
    }

    [Fact]
    public void ARunThatBrokeDownIsTold()
    {
        var finding = FindingCatalog.In(new MadeUpRun { StopReason = "Diverged", Divergence = "diverged at step 7" }.History(_folder))[0];
        Assert.Equal(("lr-too-high", "diverged at step 7", "[Hyperparams(Lr = 0.0001)], with [Warmup(3)]"), (finding.Id, finding.Evidence, finding.Edit));
    }

    [Fact]
    public void LinesNameTheEvidenceAndTheEdit()
    {
        using var output = new StringWriter { NewLine = "\n" };
        FindingLines.Write(output, [new Finding("a-b", "it is ill", "in step 3", "[Edit]")]);
        Assert.Equal("advice a-b: it is ill\n  seen: in step 3\n  try: [Edit]\n", output.ToString());
    }

    private static Dictionary<string, string> With(string name, string value, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(Plain) { [name] = value };
        foreach (var (key, given) in more)
        {
            settings[key] = given;
        }
        return settings;
    }
}
