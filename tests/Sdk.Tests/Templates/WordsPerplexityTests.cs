using System.Globalization;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>The text template as it is created, trained by its generated loop: it beats counting, and writes words.</summary>
[Collection(PackagesCollection.Name)]
public sealed class WordsPerplexityTests(PackedFeed feed)
{
    private const string Program = """
        using TrainSdk.Data;

        var splits = Words.Load(splitSeed: 0);
        Write("train", splits.Train);
        Write("validation", splits.Validation!);

        static void Write(string name, DataSet split)
        {
            var words = split.ToMemory();
            var rows = words.Targets.data<long>().Chunk((int)words.InputShape[0]);   // the line break is token 0
            File.WriteAllLines(name + ".txt", rows.Select(row => split.RawInput!.Vocabulary!.Decode(row.TakeWhile(token => token > 0))));
        }
        """;

    [Fact]
    public void Beats_interpolated_trigrams_and_goes_on_with_prompts()
    {
        var project = feed.NewProject("MyModel", "--task", "text");
        project.Dotnet("build", "-c", "Release").MustBeClean();
        var (train, validation) = Splits(project);
        Assert.Equal((8286, 2072), (train.Length, validation.Length));
        Assert.Empty(train.Intersect(validation));
        var counted = Trigrams.Fit(train).PerplexityOf(validation);
        Assert.InRange(counted, 8, 9.5);

        var training = App(project, "--seed", "0", "--threads", "1").MustBeClean().Output;
        var words = training.Split('\n').Single(static line => line.StartsWith("invented words: ", StringComparison.Ordinal));
        Assert.Equal(10, words["invented words: ".Length..].Split(", ").Length);

        var evaluated = App(project, "evaluate").MustBeClean().Output.Split('\n')
            .Single(static line => line.StartsWith("validation perplexity ", StringComparison.Ordinal));
        var learned = double.Parse(evaluated.Split(' ')[2], CultureInfo.InvariantCulture);
        Assert.InRange(learned, 6, counted * 0.9);

        var written = App(project, "predict", "un", "re", "--temperature", "0.8").MustBeClean().Output.Trim().Split('\n');
        Assert.StartsWith("un", written[0]);
        Assert.StartsWith("re", written[1]);
        Assert.Contains("the character 'ü' (U+00FC) did not occur in the training text", App(project, "predict", "ü").MustExit(1).Output);
    }

    private static CommandResult App(SandboxFolder project, params string[] arguments) =>
        project.Dotnet(["run", "-c", "Release", "--no-build", "--", .. arguments]);

    private (string[] Train, string[] Validation) Splits(SandboxFolder project)
    {
        var lists = feed.NewFolder("Lists")
            .Write("Lists.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="{project["MyModel.csproj"]}" />
                    <Using Include="TorchSharp" />
                  </ItemGroup>
                </Project>
                """)
            .Write("Program.cs", Program);
        lists.Dotnet("run").MustBeClean();
        return (Lines("train"), Lines("validation"));

        string[] Lines(string name) => lists.Read(name + ".txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
