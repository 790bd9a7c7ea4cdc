using System.Reflection;
using TrainSdk.Checkpoints;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>Whatever a class carries, N steps are k steps, a stop, and N − k steps, to the last bit. The model has dropout and BatchNorm.</summary>
public sealed class ResumeTests : IClassFixture<StartWeights>
{
    private const int Steps = 24;
    private const int StepsOfWindows = 8;

    // Functions of the step or of the batch alone: nothing of theirs is kept, so that each by itself is enough.
    private static readonly Part[] Pure =
    [
        .. ObjectiveParts.All, .. AugmentationParts.All, .. ScheduleParts.All,
        .. StabilityParts.All.Where(static part => part.Name.StartsWith("[Clip", StringComparison.Ordinal)),
    ];

    private static readonly string[] Kept = ["[Metric]", "[ReduceLrOnPlateau]"];
    private static readonly RunOptions Quiet = new() { Device = "cpu" };

    public static TheoryData<string> Names => [.. AllParts.Parts.Select(static part => part.Name)];

    public static TheoryData<string> NamesOfKept => [.. AllParts.Parts.Where(Keeps).SkipLast(1).Select(static part => part.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Alone_it_goes_on_from_a_kill(string name) =>
        Call(nameof(Kill), Alone(name), (long step) => step % 6 is 0 or 2 or 5 || step == 10);

    [Theory]
    [MemberData(nameof(Names))]
    public void Alone_it_goes_on_after_every_step(string name) => Call(nameof(Cancel), Alone(name), 1);

    [Theory]
    [MemberData(nameof(NamesOfKept))]
    public void With_every_later_one_that_keeps_something_it_goes_on_from_a_kill(string name) => Assert.All(
        AllParts.Pairs.Where(pair => pair.First.Name == name && Keeps(pair.Second) && Compiled.RefusalsOf(pair).Length == 0).Index(),
        static entry => Call(
            nameof(Kill), entry.Item, (long step) => step == entry.Index * 5 % Steps || step == entry.Index * 3 % StepsOfWindows));

    private static bool Keeps(Part part) => !Pure.Contains(part) || Kept.Contains(part.Name);

    private static Pair Alone(string name) => AllParts.Alone.Single(pair => pair.First.Name == name);

    private static void Call(string method, Pair pair, object argument)
    {
        var model = Compiled.ModelOf(pair);
        typeof(ResumeTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(model, model.GetNestedType("Hyperparameters")!)
            .Invoke(null, [pair, argument]);
    }

    private static void Kill<TModel, TSettings>(Pair pair, Func<long, bool> isKilledAfter)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new() =>
        Interrupted.AssertGoesOn(DescriptionOf<TModel, TSettings>(), PairData.Of(pair), new TSettings(), isKilledAfter, Quiet);

    private static void Cancel<TModel, TSettings>(Pair pair, int steps)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new() =>
        Interrupted.AssertGoesOnAgainAndAgain(DescriptionOf<TModel, TSettings>(), PairData.Of(pair), new TSettings(), steps, Quiet);

    private static ModelDescription<TModel, TSettings> DescriptionOf<TModel, TSettings>()
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new() =>
        (ModelDescription<TModel, TSettings>)typeof(TModel).GetNestedType("Training")!.GetProperty("Description")!.GetValue(null)!;
}
