using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>A class in the forms of C# 14 is a model like any other.</summary>
public sealed class NewLanguageTests
{
    [Fact]
    public void It_trains_with_the_default_of_a_partial_constructor()
    {
        Assert.Equal(24, new NewLanguageModel.Hyperparameters().Width);
        var options = new RunOptions { Device = "cpu", WriteRunFolder = false };
        var result = NewLanguageModel.Train(Samples.Pictures(), new NewLanguageModel.Hyperparameters { Width = 12 }, options);
        Assert.Equal(12, result.Model.state_dict()["_hidden.weight"].shape[0]);
        Assert.True(result.Model.Calls > 0);
    }
}
