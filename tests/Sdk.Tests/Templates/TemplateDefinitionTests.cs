using System.Text.Json;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>
/// template.json says what it must, and nothing in it is a dead end: what matters here of the template engine's own checks, which
/// <c>-p:ValidateTemplates=true</c> runs where their package is to be had.
/// </summary>
public sealed class TemplateDefinitionTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "templates", "dltrain");
    private static readonly JsonElement Template = Read("template.json");
    private static readonly JsonElement Host = Read("dotnetcli.host.json");

    public static TheoryData<string> Parameters => [.. Symbols("parameter").Select(symbol => symbol.Name)];

    [Theory]
    [InlineData("author")]
    [InlineData("description")]
    [InlineData("groupIdentity")]
    [InlineData("identity")]
    [InlineData("name")]
    [InlineData("shortName")]
    [InlineData("sourceName")]
    public void Says_what_it_is(string property) => Assert.NotEmpty(Template.GetProperty(property).GetString()!);

    [Fact]
    public void The_options_are_the_documented_ones() => Assert.Equal(
        ["backend", "local-feed", "task", "tests"],
        Host.GetProperty("symbolInfo").EnumerateObject().Select(symbol => symbol.Value.GetProperty("longName").GetString()!).Order());

    [Theory]
    [MemberData(nameof(Parameters))]
    public void An_option_has_a_name_words_and_a_default_among_its_choices(string name)
    {
        var symbol = Template.GetProperty("symbols").GetProperty(name);

        Assert.NotEmpty(Host.GetProperty("symbolInfo").GetProperty(name).GetProperty("longName").GetString()!);
        Assert.NotEmpty(symbol.GetProperty("displayName").GetString()!);
        Assert.EndsWith(".", symbol.GetProperty("description").GetString());
        if (symbol.TryGetProperty("choices", out var choices))
        {
            var names = choices.EnumerateArray().Select(choice => choice.GetProperty("choice").GetString());
            Assert.Contains(symbol.GetProperty("defaultValue").GetString(), names);
            Assert.All(choices.EnumerateArray(), choice => Assert.EndsWith(".", choice.GetProperty("description").GetString()));
        }
    }

    [Fact]
    public void Every_source_folder_is_there_and_every_folder_is_a_source() => Assert.Equal(
        Directory.GetDirectories(Folder).Select(Path.GetFileName).Where(name => name != ".template.config").Order(),
        Template.GetProperty("sources").EnumerateArray()
            .Select(source => source.GetProperty("source").GetString()!.Trim('.', '/')).Order());

    [Fact]
    public void Everything_that_is_replaced_occurs_in_a_file()
    {
        var contents = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".gz", StringComparison.Ordinal) && !file.Contains(".template.config"))
            .Select(File.ReadAllText).ToArray();
        var replaced = Template.GetProperty("symbols").EnumerateObject()
            .Where(symbol => symbol.Value.TryGetProperty("replaces", out _))
            .Select(symbol => symbol.Value.GetProperty("replaces").GetString()!);

        Assert.All(replaced, text => Assert.Contains(contents, content => content.Contains(text)));
    }

    private static IEnumerable<JsonProperty> Symbols(string type) =>
        Template.GetProperty("symbols").EnumerateObject().Where(symbol => symbol.Value.GetProperty("type").GetString() == type);

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, ".template.config", file))).RootElement;
}
