using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Serving;

/// <summary>Lets a model of the next token go on with a text, one token after the other.</summary>
internal sealed class TextGenerator
{
    private static readonly long Purpose = SampleRandom.PurposeOf("Generate");

    private readonly Vocabulary _vocabulary;
    private readonly long? _lineBreak;
    private readonly int _context;
    private readonly Func<Tensor, Tensor> _scores;

    /// <summary>Prepares for a model.</summary>
    /// <param name="card">The model's card.</param>
    /// <param name="scores">The model: tokens [1, time] to scores [1, time, tokens].</param>
    /// <exception cref="TrainException">It is no model of the next token, or was not trained on text.</exception>
    public TextGenerator(ModelCard card, Func<Tensor, Tensor> scores)
    {
        if (!Writes(card))
        {
            throw new TrainException(
                $"{card.Model} cannot write text: that takes a model with [NextToken], trained on text such as TextFile.Load gives");
        }
        _vocabulary = card.Encoding.Vocabulary!;
        _lineBreak = _vocabulary.IsLines ? _vocabulary.Encode("\n")[0] : null;
        _context = (int)card.Encoding.Shape[0];
        _scores = scores;
    }

    /// <summary>Whether a model can go on with text.</summary>
    public static bool Writes(ModelCard card) =>
        card is { Output: OutputKind.Tokens, Encoding.Vocabulary.Unit: TextUnit.Character or TextUnit.Byte };

    /// <summary>The prompt and what comes after it.</summary>
    public string Write(string prompt, int length, double temperature, long seed)
    {
        if (!(double.IsFinite(temperature) && temperature >= 0) || length < 0)
        {
            throw new TrainException(
                $"temperature {NumberText.Format(temperature)} and length {length} cannot be used; give 0 or more of each");
        }
        List<long> tokens = [.. _vocabulary.Encode(prompt)];
        var random = new SampleRandom(seed, epoch: 0, sample: 0, Purpose);
        for (var written = 0; written < length; written++)
        {
            var next = Choose(Scores(tokens), temperature, ref random);
            if (next == _lineBreak)
            {
                break;
            }
            tokens.Add(next);
        }
        return _vocabulary.Decode(tokens);
    }

    // A line begins after the end of the one before; running text needs something to go on from.
    private double[] Scores(List<long> tokens)
    {
        using var scope = NewDisposeScope();
        long[] seen = _lineBreak is { } start ? [start, .. tokens] : tokens.Count == 0 ? [0] : [.. tokens];
        var context = seen[Math.Max(0, seen.Length - _context)..];
        var scores = _scores(torch.tensor(context, [1, context.Length]));
        return scores.select(0, 0).select(0, -1).to(ScalarType.Float64, CPU).data<double>().ToArray();
    }

    private long Choose(double[] scores, double temperature, ref SampleRandom random)
    {
        if (scores.Length != _vocabulary.Count || scores.Any(static score => !double.IsFinite(score)))
        {
            throw new TrainException(
                $"the model gives {scores.Length} scores for {_vocabulary.Count} tokens, or some that are not finite; train it again");
        }
        var highest = scores.Max();
        if (temperature == 0)
        {
            return Array.IndexOf(scores, highest);
        }
        double[] weights = [.. scores.Select(score => Math.Exp((score - highest) / temperature))];
        var left = random.NextDouble() * weights.Sum();
        for (var token = 0; token < weights.Length; token++)
        {
            left -= weights[token];
            if (left < 0)
            {
                return token;
            }
        }
        return Array.IndexOf(scores, highest);   // all of the sum was used up by rounding
    }
}
