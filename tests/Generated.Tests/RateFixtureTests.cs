using System.Text.Json;
using TrainSdk.Checkpoints;
using TrainSdk.Generated.Tests.Models.Schedules;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>The generated learning rate of every schedule, over whole runs, against PyTorch's schedulers.</summary>
public sealed class RateFixtureTests
{
    private static readonly JsonElement[] Cases = Read();

    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public void Rates_are_PyTorchs(int number)
    {
        var example = Cases[number];
        switch (example.GetProperty("schedule").GetString())
        {
            case "Linear": Compare(WarmLinear.Training.Description, example); break;
            case "Cosine": Compare(WarmCosine.Training.Description, example); break;
            case "CosineRestarts": Compare(WarmCosineRestarts.Training.Description, example); break;
            case "StepDecay": Compare(WarmStepDecay.Training.Description, example); break;
            case "Milestones": Compare(WarmMilestones.Training.Description, example); break;
            case "Exponential": Compare(WarmExponential.Training.Description, example); break;
            case "Polynomial": Compare(WarmPolynomial.Training.Description, example); break;
            case "OneCycle": Compare(WholeOneCycle.Training.Description, example); break;
            case var unknown: Assert.Fail($"no model for {unknown}"); break;
        }
    }

    private static void Compare<TModel, TSettings>(ModelDescription<TModel, TSettings> description, JsonElement example)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var settings = new TSettings();
        settings = description.Settings.With(settings, "Lr", example.GetProperty("lr").GetRawText(), "fixture");
        settings = description.Settings.With(settings, "Epochs", example.GetProperty("epochs").GetRawText(), "fixture");
        foreach (var setting in example.GetProperty("settings").EnumerateObject())
        {
            settings = description.Settings.With(settings, setting.Name, setting.Value.GetString()!, "fixture");
        }
        var stepsPerEpoch = example.GetProperty("stepsPerEpoch").GetInt64();
        var step = 0L;
        foreach (var expected in example.GetProperty("rates").EnumerateArray())
        {
            Assert.Equal(expected.GetDouble(), description.Lr(step++, settings, stepsPerEpoch), 1e-12);
        }
    }

    private static JsonElement[] Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "rates.json")));
        return [.. document.RootElement.GetProperty("cases").Clone().EnumerateArray()];
    }
}
