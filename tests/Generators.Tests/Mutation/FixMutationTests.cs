using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>Whatever fix or refactoring is offered on half-typed code can be taken without a crash.</summary>
public sealed class FixMutationTests
{
    private const int Mutants = 100;
    private const int Together = 100;
    private const int FixesAtLeast = 100;

    [Fact]
    public async Task Every_offer_can_be_taken()
    {
        var taken = 0;
        for (var first = 0; first < Mutants; first += Together)
        {
            using var offers = await Offers.Of(Enumerable.Range(first, Together).SelectMany(static number => Mutant.Of(number).Files));
            foreach (var document in offers.Documents)
            {
                try
                {
                    taken += await offers.TakeAll(document);
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    Assert.Fail($"{exception}\n{await document.GetTextAsync()}");
                }
            }
        }
        Assert.True(taken > FixesAtLeast, $"only {taken} offers were made");
    }
}
