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
