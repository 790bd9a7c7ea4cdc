using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Tests.Architecture;

/// <summary>Which room may know which (style.md, rules 2, 3, 6 and 11).</summary>
public sealed class RoomTests
{
    private static readonly IReadOnlyList<SourceFile> Generators = SourceFile.Of("src", "Generators");
    private static readonly IReadOnlyList<SourceFile> Runtime = [.. SourceFile.Of("src", "Runtime").Where(static file => file.Room != "Tasks")];
    private static readonly string[] Features = [.. Generators
        .Where(static file => file.Room == "Features" && file.Name.EndsWith("Feature", StringComparison.Ordinal) && file.Name != "Feature")
        .Select(static file => file.Name[..^"Feature".Length])];

    public static TheoryData<string> FeatureNames => [.. Features];

    [Fact]
    public void There_are_features() => Assert.Equal(48, Features.Length);

    [Theory]
    [MemberData(nameof(FeatureNames))]
    public void A_feature_has_its_three_places(string feature)
    {
        Assert.True(Directory.Exists(Harness.Repository.PathOf("src", "Runtime", "Features", feature)), "src/Runtime/Features");
        Assert.True(
            File.Exists(Harness.Repository.PathOf("src", "Runtime", "Features", feature, $"{feature}Attribute.cs")), "its attribute");
        Assert.True(File.Exists(Harness.Repository.PathOf("tests", "Generators.Tests", "Features", $"{feature}Tests.cs")), "tests/Generators.Tests/Features");
        Assert.True(File.Exists(Harness.Repository.PathOf("docs", "attributes", $"{feature}.md")), "docs/attributes");
        Assert.Single(Catalog().Split('\n'), line => line.Trim() == $"new {feature}Feature(),");
    }

    [Theory]
    [MemberData(nameof(FeatureNames))]
    public void A_feature_names_no_other_feature(string feature)
    {
        var file = Generators.Single(file => file.Name == $"{feature}Feature");
        var names = file.Root.DescendantNodes().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText).ToHashSet();
        var others = Features.Where(other => other != feature);
        Assert.DoesNotContain(others, other => names.Contains($"{other}Attribute") || names.Contains($"{other}Feature"));
    }

    [Fact]
    public void The_loop_names_no_feature() => Assert.Empty(Generators.Where(static file => file.Room == "Loop")
        .SelectMany(static file => file.Root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(static name => Features.Any(feature => name.Identifier.ValueText == $"{feature}Attribute"
                || name.Identifier.ValueText == $"{feature}Feature"))
            .Select(name => $"{file}: {name}")));

    [Fact]
    public void Symbols_appear_in_parsing_and_analysis_alone() => Assert.Empty(Generators
        .Where(static file => file.Room is not ("Parsing" or "Analysis" or ""))
        .Where(static file => file.Root.Usings.Any(static directive => directive.Name?.ToString() == "Microsoft.CodeAnalysis"))
        .Select(static file => file.Path));

    [Fact]
    public void Values_of_the_pipeline_carry_no_place_in_the_source() => Assert.DoesNotContain(
        Generators, static file => file.Room == "Model" && file.Text.Contains("Location", StringComparison.Ordinal));

    [Fact]
    public void The_generators_rooms_form_no_circle() => NoCircle(Generators, "TrainSdk.Generators.");

    [Fact]
    public void The_runtimes_rooms_form_no_circle() => NoCircle(Runtime, "TrainSdk.");

    private static string Catalog() => Generators.Single(static file => file.Name == "FeatureCatalog").Text;

    // A room may use another when nothing leads back. Attributes and errors, in the root namespace, are everybody's.
    private static void NoCircle(IEnumerable<SourceFile> files, string prefix)
    {
        var uses = files.Where(static file => file.Room.Length > 0).GroupBy(static file => file.Room).ToDictionary(
            static room => room.Key,
            room => room.SelectMany(static file => file.Root.Usings)
                .Select(static directive => directive.Name?.ToString() ?? "")
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => name[prefix.Length..].Split('.')[0])
                .Where(used => used != room.Key)
                .ToHashSet());
        while (uses.FirstOrDefault(room => !room.Value.Any(uses.ContainsKey)) is { Key: { } free })
        {
            uses.Remove(free);
        }
        Assert.True(uses.Count == 0, "circle among " + string.Join(", ", uses.Select(static room => $"{room.Key} -> {string.Join('|', room.Value)}")));
    }
}
