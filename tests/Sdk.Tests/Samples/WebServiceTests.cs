using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TrainSdk.Sdk.Tests.Sandbox;
using TrainSdk.Sdk.Tests.Templates;

namespace TrainSdk.Sdk.Tests.Samples;

/// <summary>samples/WebService as it is, over a created project that was trained for a moment.</summary>
[Collection(PackagesCollection.Name)]
public sealed class WebServiceTests(PackedFeed feed)
{
    private const int Requests = 1000;
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "WebService");

    [Fact]
    public async Task Answers_a_thousand_requests_at_once_as_predict_does_and_leaves_no_tensor()
    {
        var project = feed.NewProject();
        project.Dotnet("run", "-c", "Release", "--", "--epochs", "2", "--warmup", "1", "--threads", "1").MustBeClean();
        var images = Images(project);
        var expected = Predicted(project, images);
        using var service = Start(project);
        using var client = await service.ClientAsync();
        await Classify(client, images[0]);
        var before = await LiveTensors(client);

        var asked = Enumerable.Range(0, Requests).Select(request => request % images.Length).ToArray();
        var answers = await Task.WhenAll(asked.Select(image => Classify(client, images[image])));

        Assert.Equal(asked.Select(image => expected[image]), answers);
        Assert.True(expected.Distinct().Count() > 1, "a model that always says the same would pass");
        Assert.Equal(before, await LiveTensors(client));
        await RefusesBadInput(client, service);
    }

    [Fact]
    public void Without_a_model_project_the_build_says_what_to_do()
    {
        var build = Copy().Dotnet("build", "-p:ModelProject=absent/MyModel.csproj");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("There is no model project absent/MyModel.csproj. Run 'dotnet run quickstart.cs'", build.Output);
    }

    private static async Task RefusesBadInput(HttpClient client, WebServiceProcess service)
    {
        Assert.Equal("expected 64 numbers ([1, 8, 8]), got 2", await Refusal(client, "[1, 2]"));
        foreach (var body in new[] { "", "null", "{", "[\"a\"]", "{\"pixels\": []}" })
        {
            Assert.Equal("the body must be a JSON array of numbers, one per pixel", await Refusal(client, body));
        }

        Assert.DoesNotContain("Exception", service.Output);
    }

    private static async Task<string> Refusal(HttpClient client, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/classify", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
    }

    private static async Task<string> Classify(HttpClient client, float[] image)
    {
        using var response = await client.PostAsJsonAsync("/classify", image);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        var probabilities = answer.GetProperty("probabilities").EnumerateObject()
            .Select(entry => (Name: entry.Name, Value: entry.Value.GetDouble())).ToArray();
        Assert.Equal(1, probabilities.Sum(entry => entry.Value), tolerance: 1e-6);
        Assert.Equal(probabilities.MaxBy(entry => entry.Value).Name, answer.GetProperty("label").GetString());
        return answer.GetProperty("label").GetString()!;
    }

    private static async Task<long> LiveTensors(HttpClient client)
    {
        var health = await client.GetFromJsonAsync<JsonElement>("/health");
        Assert.Equal("healthy", health.GetProperty("status").GetString());
        return health.GetProperty("liveTensors").GetInt64();
    }

    /// <summary>The first hundred images of the shipped data, without their labels.</summary>
    private static float[][] Images(SandboxFolder project)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(project["Data/digits.csv.gz"]), CompressionMode.Decompress));
        return [.. Enumerable.Range(0, 100).Select(_ => reader.ReadLine()!.Split(',')[..64].Select(Number).ToArray())];
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Predicted(SandboxFolder project, float[][] images)
    {
        project.Write("images.csv", string.Concat(images.Select(image => string.Join(',', image) + "\n")));
        var predict = project.Dotnet("run", "-c", "Release", "--no-build", "--", "predict", "images.csv", "--threads", "1");
        var lines = predict.MustBeClean().Output.Split('\n');
        var first = Array.FindIndex(lines, line => line.StartsWith("label", StringComparison.Ordinal)) + 1;
        return [.. lines[first..(first + images.Length)].Select(line => line.Split(' ')[0])];
    }

    private SandboxFolder Copy()
    {
        var folder = feed.NewFolder("WebService");
        foreach (var file in Directory.EnumerateFiles(Sample))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        return folder;
    }

    private WebServiceProcess Start(SandboxFolder project)
    {
        var sample = Copy();
        sample.Dotnet("build", "-c", "Release", $"-p:ModelProject={project["MyModel.csproj"]}").MustBeClean();
        return new WebServiceProcess(sample.Path, "bin/Release/net10.0/WebService.dll", "--Run", project["runs/latest"]);
    }
}
