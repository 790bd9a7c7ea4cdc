using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Recording;
using TrainSdk.Training;
using TrainSdk.Trials;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.Trials;

/// <summary>A trial takes the very steps of the loop: what it finds holds for the run.</summary>
public sealed class TrialStepsTests
{
    private static readonly Dictionary<string, Action> Models = new()
    {
        ["plain"] = static () => Compare(PlainModel.Training.Description, Samples.Pictures()),
        ["AdamW"] = static () => Compare(AdamWModel.Training.Description, Samples.Pictures()),
        ["Sgd"] = static () => Compare(SgdModel.Training.Description, Samples.Pictures()),
        ["ParamGroup"] = static () => Compare(ParamGroupModel.Training.Description, Samples.Pictures()),
        ["ClipGradNorm"] = static () => Compare(ClipGradNormModel.Training.Description, Samples.Pictures()),
        ["ClipGradValue"] = static () => Compare(ClipGradValueModel.Training.Description, Samples.Pictures()),
        ["LabelSmoothing"] = static () => Compare(LabelSmoothingModel.Training.Description, Samples.Pictures()),
        ["MixUp"] = static () => Compare(MixUpModel.Training.Description, Samples.Pictures()),
        ["CutMix"] = static () => Compare(CutMixModel.Training.Description, Samples.Pictures()),
        ["Flip"] = static () => Compare(FlipModel.Training.Description, Samples.BytePictures()),
        ["Amp"] = static () => Compare(AmpModel.Training.Description, Samples.Pictures()),
        ["OwnLoss"] = static () => Compare(OwnLossModel.Training.Description, Samples.Pictures()),
        ["Regression"] = static () => Compare(RegressionModel.Training.Description, Samples.Rows()),
        ["NextToken"] = static () => Compare(NextTokenModel.Training.Description, Samples.Tokens()),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Losses_are_those_of_the_run(string model) => Models[model]();

    private static void Compare<TModel, TSettings>(ModelDescription<TModel, TSettings> description, DataSplits data)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var settings = new TSettings();
        var steps = new List<StepRecord>();
        var options = new RunOptions { Device = "cpu", WriteRunFolder = false, StepProgress = new Direct(steps.Add) };
        using var trained = description.Train(data, settings, options, CancellationToken.None).Model;

        using var trial = new TrialSteps<TModel, TSettings>(description, settings, data, torch.CPU);
        foreach (var step in steps)
        {
            Assert.Equal(step.Loss, trial.Take(step.Lr));
        }
        Assert.True(steps.Count > 5);
    }

    private sealed class Direct(Action<StepRecord> add) : IProgress<StepRecord>
    {
        public void Report(StepRecord value) => add(value);
    }
}
