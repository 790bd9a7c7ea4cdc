using System.Globalization;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>
/// The tabular template's model on all wines in turn: 5-fold cross-validation, three times, by a program that references the
/// created project.
/// </summary>
[Collection(PackagesCollection.Name)]
public sealed class WineAccuracyTests(PackedFeed feed)
{
    private const string Program = """
        using System.Globalization;
        using TrainSdk.Data;
        using TrainSdk.Training;

        const int folds = 5;
        var wines = Wine.Read();
        List<double> accuracies = [];
        for (var repetition = 0; repetition < 3; repetition++)
        {
            var order = Permutation.Of(wines.Count, seed: repetition, epoch: 0);
            var labels = wines.Targets.data<long>();
            var dealt = order.OrderBy(wine => labels[wine]).ToArray();      // class by class, so that every fold has each in its share
            for (var fold = 0; fold < folds; fold++)
            {
                var test = dealt.Where((_, position) => position % folds == fold).ToArray();
                var rest = dealt.Where((_, position) => position % folds != fold).ToArray();
                var validation = rest.Where((_, position) => position % folds == 0).ToArray();
                var train = rest.Where((_, position) => position % folds != 0).ToArray();
                var splits = new DataSplits(wines.Select(train), wines.Select(validation), wines.Select(test));
                var result = MyModel.Train(
                    splits, new MyModel.Hyperparameters { Seed = repetition }, new RunOptions { Threads = 1, WriteRunFolder = false });
                accuracies.Add(result.Test!.Value.Headline.Value);
                result.Model.Dispose();
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean {accuracies.Average()} of {accuracies.Count}"));
        """;

    [Fact]
    public void Tells_the_cultivars_apart_in_cross_validation()
    {
        var folder = feed.NewProject("MyModel", "--task", "tabular");
        var folds = feed.NewFolder("Folds")
            .Write("Folds.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="{folder["MyModel.csproj"]}" />
                  </ItemGroup>
                </Project>
                """)
            .Write("Program.cs", Program);

        var output = folds.Dotnet("run").MustBeClean().Output;

        var words = output.Split('\n').Single(line => line.StartsWith("mean ", StringComparison.Ordinal)).Split(' ');
        Assert.Equal("15", words[3].Trim());
        Assert.InRange(double.Parse(words[1], CultureInfo.InvariantCulture), 0.965, 1);
    }
}
