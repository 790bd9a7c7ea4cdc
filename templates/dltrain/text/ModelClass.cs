/// <summary>A small recurrent network: it reads a word letter by letter and scores what comes next.</summary>
[Hyperparams(Lr = 5e-3, BatchSize = 64, Epochs = 10), NextToken]
[AdamW(WeightDecay = 1e-4)]
[Warmup(1), Cosine]
[EarlyStop(4), ClipGradNorm(1.0)]
public sealed partial class ModelClass : Module<Tensor, Tensor>
{
    private const int Tokens = 27;   // the line break between two words, then a to z

    private readonly Embedding _letters;
    private readonly LSTM _memory;
    private readonly Sequential _head;

    /// <param name="hidden">Numbers that the network remembers a word's beginning by.</param>
    /// <param name="dropout">Share of them left out before the last layer while training.</param>
    public ModelClass(int hidden = 128, double dropout = 0.2)
        : base(nameof(ModelClass))
    {
        _letters = Embedding(Tokens, 32);
        _memory = LSTM(32, hidden, batchFirst: true);
        _head = Sequential(Dropout(dropout), Linear(hidden, Tokens));
        RegisterComponents();
    }

    /// <summary>[batch, time] to [batch, time, tokens]: at each letter, a score for every letter that may follow.</summary>
    public override Tensor forward(Tensor letters)
    {
        var (states, _, _) = _memory.call(_letters.call(letters));
        return _head.call(states);
    }

    // The loop calls this hook when the training is done; what is written here is called in Generated/ModelClass.Training.g.cs.
    partial void OnFitEnd(in FitResult<ModelClass> result)
    {
        using var writer = Predictor.For(this);
        var words = Enumerable.Range(0, 10).Select(seed => writer.Generate(seed: seed));
        Console.WriteLine($"invented words: {string.Join(", ", words)}");
    }
}
