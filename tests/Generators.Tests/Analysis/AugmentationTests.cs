using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class AugmentationTests
{
    private static readonly string[] Images =
    [
        "RandomCrop", "Flip", "RandAugment", "AutoAugment", "TrivialAugment", "ColorJitter", "RandomErasing", "Normalize",
    ];

    public static TheoryData<string> ImageAttributes => [.. Images];

    [Theory]
    [InlineData("RandAugment, AutoAugment", "AutoAugment", "[RandAugment] and [AutoAugment]")]
    [InlineData("TrivialAugment, RandAugment", "TrivialAugment", "[RandAugment] and [TrivialAugment]")]
    public async Task TRAIN1023_two_policies(string attributes, string at, string words)
    {
        var source = ModelSource.With($"[Hyperparams, {attributes}]");
        await Expect.Only("TRAIN1023", at, source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Regression, MixUp", "MixUp", "but the loss is that of [Regression]")]
    [InlineData("Binary, CutMix", "CutMix", "but the loss is that of [Binary]")]
    [InlineData("NextToken, MixUp", "MixUp", "but the loss is that of [NextToken]")]
    public async Task TRAIN1024_objective(string attributes, string at, string words)
    {
        var source = ModelSource.With($"[Hyperparams, {attributes}]");
        await Expect.Only("TRAIN1024", at, source, words);
        Expect.Loop(source);
    }

    [Fact]
    public async Task TRAIN1024_own_loss()
    {
        var source = ModelSource.With("[Hyperparams, MixUp]", "private static Tensor Loss(Tensor output, Tensor target) => output.mean();");
        await Expect.Only("TRAIN1024", "MixUp", source, "the class's own Loss method");
    }

    [Theory]
    [MemberData(nameof(ImageAttributes))]
    public async Task TRAIN1025_tokens(string attribute) => await Expect.Only(
        "TRAIN1025", attribute, ModelSource.With($"[Hyperparams, NextToken, {attribute}]"), $"[{attribute}] is about images");

    [Theory]
    [InlineData("RandomCrop(-1)", "-1", "at least 0")]
    [InlineData("Flip(1.5)", "1.5", "from 0 to 1")]
    [InlineData("Flip(Vertical = -0.1)", "Vertical = -0.1", "from 0 to 1")]
    [InlineData("RandAugment(-1)", "-1", "at least 0")]
    [InlineData("RandAugment(2, 31)", "31", "from 0 to 30")]
    [InlineData("AutoAugment((AutoAugmentPolicy)7)", "(AutoAugmentPolicy)7", "ImageNet, Cifar10, Svhn")]
    [InlineData("ColorJitter(Hue = 0.6)", "Hue = 0.6", "from 0 to 0.5")]
    [InlineData("ColorJitter(Brightness = -1)", "Brightness = -1", "at least 0")]
    [InlineData("RandomErasing(2)", "2", "from 0 to 1")]
    [InlineData("RandomErasing(0.5, MaxArea = 1.1)", "MaxArea = 1.1", "from 0 to 1")]
    [InlineData("MixUp(-0.2)", "-0.2", "at least 0")]
    [InlineData("CutMix(-1)", "-1", "at least 0")]
    [InlineData("Normalize((NormalizePreset)9)", "(NormalizePreset)9", "ImageNet, Cifar10")]
    [InlineData("Normalize(new[] { 0.5, 0.5 }, new[] { 0.5 })", "new[] { 0.5 }", "2 means and 1 deviations")]
    [InlineData("Normalize(new[] { 0.5 }, new[] { 0.0 })", "new[] { 0.0 }", "must be above 0")]
    [InlineData("Normalize(new[] { double.NaN }, new[] { 1.0 })", "new[] { 1.0 }", "must be finite")]
    public async Task TRAIN1007_numbers(string attribute, string at, string words) =>
        await Expect.Only("TRAIN1007", at, ModelSource.With($"[Hyperparams, {attribute}]"), words);

    [Fact]
    public async Task TRAIN1017_erased_areas() => await Expect.Only(
        "TRAIN1017", "MinArea = 0.4", ModelSource.With("[Hyperparams, RandomErasing(MinArea = 0.4)]"), "is above RandomErasingMaxArea 0.33");

    [Fact]
    public void Augmentations_come_in_one_order()
    {
        var loop = GeneratorRun.Of(ModelSource.With(
            "[Hyperparams, RandomErasing, MixUp, ColorJitter, TrivialAugment, Flip, RandomCrop]")).Clean().Of("Training");
        string[] order = ["new RandomCrop(", "new Flip(", "new TrivialAugment(", "new ColorJitter(", "new RandomErasing("];
        Rising(loop, order);
        Rising(loop, "run.Augment(Augmentations(settings));", "new BatchMixing(", "run.Begin()");
    }

    private static void Rising(string loop, params string[] order)
    {
        var places = order.Select(part => loop.IndexOf(part, StringComparison.Ordinal)).ToArray();
        Assert.All(places, static place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
    }
}
