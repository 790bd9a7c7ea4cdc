/// <summary>Whether a review is kind: embedding, two directions of LSTM, the last states.</summary>
[Hyperparams(Lr = 1e-3, BatchSize = 32, Epochs = 15), Binary]
[Adam, ClipGradNorm(1.0), EarlyStop(10), Metric<F1>]
public sealed partial class SentimentLstm : Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly LSTM lstm;
    private readonly Dropout dropout;
    private readonly Linear fc;

    public SentimentLstm(int words = 20_000, int size = 100, int hidden = 128)
        : base(nameof(SentimentLstm))
    {
        embedding = Embedding(words, size);
        lstm = LSTM(size, hidden, numLayers: 2, batchFirst: true, dropout: 0.3, bidirectional: true);
        dropout = Dropout(0.5);
        fc = Linear(2 * hidden, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens)
    {
        var (_, state, _) = lstm.call(embedding.call(tokens));
        var last = cat([state[-2], state[-1]], 1);
        return fc.call(dropout.call(last)).squeeze(1);
    }
}
