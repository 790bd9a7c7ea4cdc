using System.Reflection;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>Every two attributes compose, to the same bits as a loop by hand, or are refused by a named diagnostic.</summary>
public sealed class PairTests : IClassFixture<StartWeights>
{
    private static readonly MethodInfo CompareMethod = typeof(PairTests).GetMethod(nameof(Compare), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };

    public static TheoryData<string> Names => [.. AllParts.Parts.Select(static part => part.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Trains_with_every_later_one_as_a_loop_by_hand(string name) => Assert.All(
        AllParts.Pairs.Where(pair => pair.First.Name == name && Compiled.RefusalsOf(pair).Length == 0),
        static pair =>
        {
            var model = Compiled.ModelOf(pair);
            CompareMethod.MakeGenericMethod(model, model.GetNestedType("Hyperparameters")!).Invoke(null, [pair]);
        });

    private static void Compare<TModel, TSettings>(Pair pair)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new()
    {
        var description = (ModelDescription<TModel, TSettings>)typeof(TModel).GetNestedType("Training")!.GetProperty("Description")!.GetValue(null)!;
        var data = PairData.Of(pair);

        var generated = description.Train(data, new TSettings(), Quiet, CancellationToken.None);
        var (model, losses) = ByHand.Fit(description, pair.Recipe, data);

        Assert.Equal(losses, generated.History.Select(static epoch => epoch.Validation.Loss));
        Weights.AssertSameBits(model, generated.Model);
    }
}
