namespace TrainSdk.Generators.Tests.Features;

public sealed class NormalizeTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Normalize]", "Normalize");

    [Theory]
    [InlineData("Normalize(NormalizePreset.FashionMnist)", "new Normalization([0.286], [0.353])")]
    [InlineData("Normalize(new[] { 0.5, 0, -1.5 }, new[] { 1.0, 2, 3 })", "new Normalization([0.5, 0.0, -1.5], [1.0, 2.0, 3.0])")]
    public void Its_numbers_stand_in_the_loop(string attribute, string numbers) => Assert.Contains(
        $"data = {numbers}.ApplyTo(data);", FeatureSnapshot.Of($"[Hyperparams, {attribute}]").Of("Training"), StringComparison.Ordinal);
}
