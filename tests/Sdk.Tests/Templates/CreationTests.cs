using System.IO.Compression;
using System.Text.RegularExpressions;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>What <c>dotnet new dltrain</c> writes, without building it.</summary>
[Collection(PackagesCollection.Name)]
public sealed partial class CreationTests(PackedFeed feed)
{
    [Theory]
    [InlineData("image", "cpu", "Digits", "digits.csv.gz")]
    [InlineData("image", "cuda", "Digits", "digits.csv.gz")]
    [InlineData("tabular", "cpu", "Wine", "wine_data.csv")]
    [InlineData("tabular", "cuda", "Wine", "wine_data.csv")]
    [InlineData("text", "cpu", "Words", "words.txt.gz")]
    [InlineData("text", "cuda", "Words", "words.txt.gz")]
    public void Every_task_and_backend_gives_a_project(string task, string backend, string data, string file)
    {
        var project = feed.NewProject("MyModel", "--task", task, "--backend", backend);

        Assert.Equivalent(
            new[] { ".gitignore", "Data/DATA.md", $"Data/{file}", $"{data}.cs", "MyModel.cs", "MyModel.csproj", "Program.cs", "README.md" },
            project.Files(),
            strict: true);
        Assert.Equal(backend, project.Evaluate("-getProperty:TrainBackend").Trim());
        Assert.Equal(feed.Version, project.Evaluate("-getProperty:TrainSdkVersion").Trim());
        Assert.Equal(
            $"return MyModel.RunCommandLine(args, settings => {data}.Load(settings.SplitSeed));\n",
            project.Read("Program.cs").ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("image")]
    [InlineData("tabular")]
    [InlineData("text")]
    public void Nothing_of_the_template_is_left_in_the_files(string task)
    {
        var project = feed.NewProject("MyModel", "--task", task, "--tests", "--local-feed", feed.Folder);

        Assert.All(project.Files(), file =>
        {
            Assert.DoesNotMatch(Leftover(), file);
            Assert.DoesNotMatch(Leftover(), file.EndsWith(".gz", StringComparison.Ordinal) ? "" : project.Read(file));
        });
    }

    [Theory]
    [InlineData("MyModel", "MyModel")]
    [InlineData("My.Model", "MyModel")]
    [InlineData("my-model", "MyModel")]
    [InlineData("my_model", "My_model")]
    [InlineData("2fast", "_2fast")]
    [InlineData("class", "Class")]
    [InlineData("a.b-c.d", "ABCd")]
    [InlineData("MNIST", "MNIST")]
    [InlineData("Größe", "Größe")]
    [InlineData("digits", "DigitsModel")]
    [InlineData("Program", "ProgramModel")]
    [InlineData("TorchSharp", "TorchSharpModel")]
    public void The_class_has_a_name_that_compiles_and_the_project_the_name_that_was_given(string name, string expected)
    {
        var project = feed.NewProject(name, "--tests");

        Assert.Contains($"{name}.csproj", project.Files());
        Assert.Contains($"{name}.Tests/{name}.Tests.csproj", project.Files());
        Assert.Contains($"public sealed partial class {expected} : Module<Tensor, Tensor>", project.Read($"{expected}.cs"));
        Assert.Contains($"return {expected}.RunCommandLine(", project.Read("Program.cs"));
    }

    [Fact]
    public void The_shipped_data_is_the_original_byte_for_byte()
    {
        Assert.Equal("46ABEC6B12486AD9E51943373ABCF22BBEA1B5A51A1619B361570D8893F1464A", Hash(feed.NewProject()["Data/digits.csv.gz"]));
        Assert.Equal(
            "10E8A802908B34F86E5DA8CE962F3C806694BC98450A18F61851AF59F324BEDE",
            Hash(feed.NewProject("MyModel", "--task", "tabular")["Data/wine_data.csv"]));
    }

    [Fact]
    public void The_shipped_words_are_those_that_their_page_describes()
    {
        var path = feed.NewProject("MyModel", "--task", "text")["Data/words.txt.gz"];
        Assert.Equal("9FC7D26DB6C0F1EC49430EA90A8794C8DF2C2DC26D1A7EF29CAA3BA352E9C6CB", Hash(path));

        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12_948, words.Distinct().Count());
        Assert.All(words, word => Assert.Matches("^[a-z]{3,12}$", word));
    }

    [Fact]
    public void The_words_carry_the_permission_of_their_author()
    {
        var data = feed.NewProject("MyModel", "--task", "text").Read("Data/DATA.md");
        var notices = File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES"));

        Assert.All([data, notices], text =>
        {
            Assert.Contains("Copyright 2000-2011 by Kevin Atkinson", text);
            Assert.Contains("Permission to use, copy, modify, distribute and sell", Whitespace().Replace(text, " "));
        });
        Assert.Contains("WordNet 1.6 Copyright 1997 by Princeton University", notices);
        Assert.Contains("Copyright 1993, Geoff Kuenning", notices);
    }

    [Theory]
    [InlineData("image", "Alpaydin")]
    [InlineData("tabular", "Aeberhard")]
    public void The_data_carries_its_creators_and_its_licence(string task, string creator)
    {
        var data = feed.NewProject("MyModel", "--task", task).Read("Data/DATA.md");
        var notices = File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES"));

        Assert.All([data, notices], text =>
        {
            Assert.Contains(creator, text);
            Assert.Contains("(CC BY 4.0)", text);
            Assert.Contains("scikit-learn", text);
        });
    }

    [Fact]
    public void A_local_feed_is_named_in_a_nuget_config()
    {
        var project = feed.NewProject("MyModel", "--local-feed", "/some/feed & more");

        Assert.Contains("value=\"/some/feed &amp; more\"", project.Read("nuget.config"));
        Assert.False(feed.NewProject().Has("nuget.config"));
    }

    [Fact]
    public void Help_names_every_option_with_its_words()
    {
        var help = feed.NewFolder().Dotnet(["new", "dltrain", "--help", .. feed.Hive()]).MustExit(0).Output;
        var words = Whitespace().Replace(help, " ");

        Assert.All(
            [
                "--task <choice>", "--backend <cpu|cuda>", "--tests", "--local-feed <local-feed>", "Default: image", "Default: cpu",
                "a residual CNN on 1,797 handwritten digits", "network on 12,948 words", "adds a nuget.config that names it",
            ],
            text => Assert.Contains(text, words));
    }

    [Fact]
    public void A_task_that_does_not_exist_is_refused()
        => Assert.Contains(
            "'audio' is not a valid value for --task",
            feed.NewFolder().Dotnet(["new", "dltrain", "--task", "audio", .. feed.Hive()]).Output);

    private static string Hash(string file) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));

    [GeneratedRegex("ModelClass|DataClass|DlTrain|LOCAL_FEED|TRAIN_BACKEND|install-the-packed|#if|#else|#endif")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
