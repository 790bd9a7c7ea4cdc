using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>A created app whose data was spoilt says in one line what is wrong and where, and ends with 1.</summary>
[Collection(PackagesCollection.Name)]
public sealed class BadDataTests(PackedFeed feed)
{
    private const string Data = "bin/Debug/net10.0/Data/wine_data.csv";

    [Fact]
    public void Spoilt_data_is_one_line_and_exit_code_1()
    {
        var project = feed.NewProject("MyModel", "--task", "tabular");
        project.Dotnet("build").MustBeClean();
        var lines = project.Read(Data).ReplaceLineEndings("\n").Split('\n');
        var wine = lines[1];

        Spoil("1," + wine, ", line 2: the row has 15 values where 14 were expected; each row needs one value per column");
        Spoil("NaN" + wine[5..], ", line 2, column 'alcohol': 'NaN' is not a finite number; fill it in or remove the row");
        Spoil("x" + wine[5..], ", and line 2 has the text 'x'; correct the wrong one, or name the column in Categories");
        Spoil(wine[..^1] + "3", ", line 2, column 'cultivar': label '3' is out of range: 3 classes have the indices 0 to 2");
        Spoil(wine, "error: batch size 200 is larger than the training split", "--batch-size", "200");
        File.Delete(project[Data]);
        Refuses($"error: data file not found: {project[Data]} (a relative path starts at the working directory)");

        void Spoil(string secondLine, string message, params string[] options)
        {
            project.Write(Data, string.Join('\n', [lines[0], secondLine, .. lines[2..]]));
            Refuses(message, options);
        }

        void Refuses(string message, params string[] options)
        {
            var output = project.Dotnet(["run", "--no-build", "--", .. options]).MustExit(1).Output;
            Assert.Contains(message, Assert.Single(output.Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal)));
            Assert.DoesNotContain("   at ", output);
        }
    }
}
