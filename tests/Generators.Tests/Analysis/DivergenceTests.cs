using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class DivergenceTests
{
    [Theory]
    [InlineData("OnDivergence(DivergenceAction.Skip, LrFactor = 0.5)", "LrFactor = 0.5")]
    [InlineData("OnDivergence(Rollbacks = 2)", "Rollbacks = 2")]
    public async Task TRAIN1034_an_argument_of_the_rollback(string attribute, string at) =>
        await Expect.Only("TRAIN1034", at, ModelSource.With($"[Hyperparams, {attribute}]"), "write [OnDivergence(DivergenceAction.Rollback)]");

    [Theory]
    [InlineData("OnDivergence((DivergenceAction)7)", "(DivergenceAction)7", "one of Stop, Skip, Rollback")]
    [InlineData("OnDivergence(DivergenceAction.Rollback, LrFactor = 0)", "LrFactor = 0", "OnDivergenceLrFactor is 0")]
    [InlineData("OnDivergence(DivergenceAction.Rollback, LrFactor = 2)", "LrFactor = 2", "OnDivergenceLrFactor is 2")]
    [InlineData("OnDivergence(DivergenceAction.Rollback, Rollbacks = 0)", "Rollbacks = 0", "OnDivergenceRollbacks is 0")]
    public async Task TRAIN1007_numbers_and_actions(string attribute, string at, string words) =>
        await Expect.Only("TRAIN1007", at, ModelSource.With($"[Hyperparams, {attribute}]"), words);
}
