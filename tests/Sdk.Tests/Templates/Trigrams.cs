namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>
/// What counting comes to: the probability of a letter after two others, interpolated with those of shorter contexts (Jelinek and
/// Mercer 1980). The shares of the four are fitted by expectation maximisation on a tenth of the training words that is not counted; the
/// counts are then those of all.
/// </summary>
internal sealed class Trigrams
{
    private const char Edge = '\n';
    private const int Letters = 27;
    private const int Rounds = 30;

    private readonly Dictionary<string, int> _contexts = [];
    private readonly Dictionary<string, int> _whole = [];
    private readonly double[] _shares;

    private Trigrams(IEnumerable<string> words, double[] shares)
    {
        _shares = shares;
        foreach (var (context, letter) in words.SelectMany(Places))
        {
            for (var length = 0; length <= 2; length++)
            {
                Count(_contexts, context[(2 - length)..]);
                Count(_whole, context[(2 - length)..] + letter);
            }
        }
    }

    public static Trigrams Fit(string[] words)
    {
        string[] counted = [.. words.Where(static (_, position) => position % 10 != 0)];
        string[] held = [.. words.Where(static (_, position) => position % 10 == 0)];
        var model = new Trigrams(counted, [0.25, 0.25, 0.25, 0.25]);
        var places = held.SelectMany(Places).Select(place => model.Probabilities(place.Context, place.Letter)).ToArray();
        var shares = model._shares;
        for (var round = 0; round < Rounds; round++)
        {
            var present = shares;
            shares = [.. Enumerable.Range(0, 4).Select(order => places.Average(place => present[order] * place[order] / Mixed(present, place)))];
        }
        return new Trigrams(words, shares);
    }

    /// <summary>The exponential of the mean surprise per letter, the word's end included.</summary>
    public double PerplexityOf(IEnumerable<string> words) => Math.Exp(
        words.SelectMany(Places).Average(place => -Math.Log(Mixed(_shares, Probabilities(place.Context, place.Letter)))));

    private static double Mixed(double[] shares, double[] probabilities) =>
        shares.Zip(probabilities, static (share, probability) => share * probability).Sum();

    private static IEnumerable<(string Context, char Letter)> Places(string word)
    {
        var text = $"{Edge}{Edge}{word}{Edge}";
        return Enumerable.Range(2, text.Length - 2).Select(place => (text[(place - 2)..place], text[place]));
    }

    private double[] Probabilities(string context, char letter) =>
        [1.0 / Letters, .. Enumerable.Range(0, 3).Select(length => Share(context[(2 - length)..], letter))];

    private double Share(string context, char letter) =>
        _contexts.TryGetValue(context, out var all) ? _whole.GetValueOrDefault(context + letter) / (double)all : 0;

    private static void Count(Dictionary<string, int> counts, string text) => counts[text] = counts.GetValueOrDefault(text) + 1;
}
