using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

/// <summary>Nothing is said of models as people who know the field write them: a false alarm is worse than a miss.</summary>
public sealed class HealthyModelsTests
{
    /// <summary>What the SDK and its implicit usings put before every file.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TrainSdk;
        global using TrainSdk.Data;
        global using TrainSdk.Images;
        global using TrainSdk.Metrics;
        global using TrainSdk.Serving;
        global using TrainSdk.Text;
        global using TrainSdk.Training;
        global using TorchSharp;
        global using TorchSharp.Modules;
        global using static TorchSharp.torch;
        global using static TorchSharp.torch.nn;
        global using static TorchSharp.torch.nn.functional;
        global using Tensor = TorchSharp.torch.Tensor;
        """;

    private static readonly string[] Models =
        ["ResNet", "Vgg", "MobileNet", "UNet", "SentimentLstm", "ForecastGru", "TextTransformer", "Vae", "Gan", "Mlp"];

    private static readonly string[] Templates = ["image", "tabular", "text"];

    public static TheoryData<string> Files =>
    [
        .. Models.Select(static model => $"tests/Generators.Tests/HealthyModels/{model}.cs"),
        .. Templates.Select(static task => $"templates/dltrain/{task}/ModelClass.cs"),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nothing_is_said_of(string file)
    {
        var source = await File.ReadAllTextAsync(Repository.PathOf(file.Split('/')));
        var model = GeneratorRun.Of(Usings, source);
        Assert.DoesNotContain(model.Complaints, static complaint => complaint.Severity == DiagnosticSeverity.Error);
        foreach (var backend in new[] { "cpu", "cuda" })
        {
            Assert.Empty(await GeneratorRun.Analyze(Analyzers.All, backend, [Usings, source]));
        }
    }

    // The silence above is worth something only where the models are read.
    [Theory]
    [InlineData("TRAIN2002", "ResNet", "Sgd(Momentum = 0.9, WeightDecay = 5e-4, Nesterov = true)", "AdamW")]
    [InlineData("TRAIN2008", "SentimentLstm", ", ClipGradNorm(1.0)", "")]
    [InlineData("TRAIN2009", "UNet", ", Amp]", "]")]
    [InlineData("TRAIN2020", "Vgg", "MaxPool2d(2, 2),", "MaxPool2d(2, 2), Dropout(0.1),")]
    [InlineData("TRAIN2021", "Vgg", "MaxPool2d(2, 2),", "Conv2d(256, 256, 3, padding: 1, bias: false), ReLU(),\n")]
    [InlineData("TRAIN2022", "TextTransformer", "head.call(norm.call(x))", "softmax(head.call(norm.call(x)), -1)")]
    [InlineData("TRAIN2023", "SentimentLstm", "fc.call(dropout.call(last))", "torch.sigmoid(fc.call(dropout.call(last)))")]
    [InlineData("TRAIN2024", "MobileNet", "BatchSize = 256", "BatchSize = 1")]
    [InlineData("TRAIN2025", "UNet", "padding: 1, bias: false", "padding: 1")]
    [InlineData("TRAIN2025", "Gan", "padding: 1, bias: false", "padding: 1")]
    public async Task What_ails_them_is_seen(string id, string model, string healthy, string ill)
    {
        var source = await File.ReadAllTextAsync(Repository.PathOf("tests", "Generators.Tests", "HealthyModels", $"{model}.cs"));
        Assert.Contains(healthy, source, StringComparison.Ordinal);

        var found = await GeneratorRun.Analyze(Analyzers.All, "cuda", [Usings, source.Replace(healthy, ill, StringComparison.Ordinal)]);

        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.Equal(id, diagnostic.Id));
    }

    [Fact]
    public async Task Nothing_is_said_of_the_sample_of_transfer_learning()
    {
        var sources = Repository.Sources("samples", "Transfer").Where(static file => Path.GetFileName(file) != "Program.cs").Select(File.ReadAllText);
        Assert.Empty(await GeneratorRun.Analyze(Analyzers.All, "cpu", [Usings, .. sources]));
    }

    [Fact]
    public void Every_model_of_the_folder_is_asked_about() => Assert.Equal(
        Models.Order(StringComparer.Ordinal),
        Repository.Sources("tests", "Generators.Tests", "HealthyModels").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));
}
