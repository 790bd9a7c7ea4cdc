using TrainSdk.Generators.Model;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Pages;

/// <summary>
/// Every diagnostic has a page that tells the truth: its bad code gets it, a pragma silences it, what the IDE offers mends it everywhere at
/// once, and its good code gets nothing.
/// </summary>
public sealed class DiagnosticPageTests
{
    private const string Design = "what it should be instead is the design of the class";
    private const string Name = "a name is the author's to find; renaming is the IDE's own refactoring";
    private const string Signature = "the body has to be written anew with the signature";
    private const string OwnLoop = "the loop is the user's own, and what is new in it wants reading";

    /// <summary>Why no edit is clear, for those that come without a fix.</summary>
    public static IReadOnlyDictionary<string, string> Unfixed { get; } = new Dictionary<string, string>
    {
        [DiagnosticIds.NotAModule] = Design,
        [DiagnosticIds.Generic] = Design,
        [DiagnosticIds.NoConstructor] = "only the author knows the parameter's usual value",
        [DiagnosticIds.ParameterCollides] = Name,
        [DiagnosticIds.MemberCollides] = Name,
        [DiagnosticIds.WrongLoss] = Signature,
        [DiagnosticIds.OutputNeedsLoss] = Signature,
        [DiagnosticIds.WrongScores] = Signature,
        [DiagnosticIds.PlainDepth] = Design,
        [DiagnosticIds.EjectedByOther] = OwnLoop,
        [DiagnosticIds.EjectedWithout] = OwnLoop,
        [DiagnosticIds.TiedWeights] = "forward has to be written anew",
        [DiagnosticIds.AwaitInScope] = "what must be awaited before the scope depends on what it computes",
    };

    public static TheoryData<string> Ids => [.. Analyzers.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Bad_code_gets_it(string id) => Assert.All((await PageRun.Of(id)).Bad, found =>
    {
        Assert.Contains(found, diagnostic => diagnostic.Id == id);
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_pragma_silences_it(string id) =>
        Assert.DoesNotContain((await PageRun.Of(id)).Silenced, diagnostic => diagnostic.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Good_code_gets_nothing(string id) => Assert.All((await PageRun.Of(id)).Good, Assert.Empty);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_offered_mends_it_everywhere(string id)
    {
        var page = DiagnosticPage.Of(id);
        var isMended = false;
        foreach (var twice in page.Bad.Where(static example => !example.IsEjected).Select(static example => example.In("One", "Two")))
        {
            if (await FixRun.ApplyBestToAll(id, twice, page.Backend) is var (mended, left))
            {
                Assert.True(left == 0, mended);
                isMended = true;
            }
        }
        Assert.Equal(!Unfixed.ContainsKey(id), isMended);
    }
}
