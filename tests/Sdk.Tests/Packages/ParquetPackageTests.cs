using System.IO.Compression;
using System.Xml.Linq;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Packages;

/// <summary>The package for Parquet tables, as its users get it.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ParquetPackageTests(PackedFeed feed)
{
    [Fact]
    public void A_project_that_references_it_trains_on_a_table()
    {
        var folder = feed.NewFolder()
            .Write("App.csproj", """
                <Project Sdk="TrainSdk/{version}">
                  <ItemGroup>
                    <PackageReference Include="TrainSdk.Parquet" Version="{version}" />
                  </ItemGroup>
                </Project>
                """)
            .Write("Flowers.cs", """
                [Hyperparams(Epochs = 1, BatchSize = 5)]
                public sealed partial class Flowers : Module<Tensor, Tensor>
                {
                    private readonly Linear _head = Linear(5, 2);

                    public Flowers() : base(nameof(Flowers)) => RegisterComponents();

                    public override Tensor forward(Tensor input) => _head.call(input);
                }
                """)
            .Write("Program.cs", """
                using TrainSdk.Data;
                using TrainSdk.Parquet;
                using TrainSdk.Training;

                var data = ParquetFile.Load("gaps.parquet", new ParquetOptions { OnMissing = OnMissingValue.Fill });
                var options = new RunOptions { Device = "cpu", Threads = 1, WriteRunFolder = false };
                var epoch = Flowers.Train(new DataSplits(data), options: options).History[^1];
                Console.WriteLine($"rows {data.Count}, steps {epoch.Step}, finite {double.IsFinite(epoch.Train.Loss)}");
                """);
        File.Copy(Path.Combine(Repository.Root, "tests", "Fixtures", "parquet", "gaps.parquet"), folder["gaps.parquet"]);

        folder.Dotnet("build", "-v", "q").MustBeClean();

        Assert.Contains("rows 5, steps 1, finite True", folder.Dotnet("run", "--no-build").MustExit(0).Output);
    }

    [Fact]
    public void It_says_what_the_other_packages_say()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"TrainSdk.Parquet.{feed.Version}.nupkg"));
        using var stream = package.GetEntry("TrainSdk.Parquet.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("TrainSdk contributors", Value("authors"));
        Assert.NotNull(package.GetEntry("README.md"));
        var dependencies = metadata.Descendants().Where(static element => element.Name.LocalName == "dependency")
            .ToDictionary(static element => element.Attribute("id")!.Value, static element => element.Attribute("version")!.Value);
        Assert.Equal(feed.Version, dependencies["TrainSdk.Runtime"]);
        Assert.Contains("Parquet.Net", dependencies.Keys);
    }
}
