/// <summary>A decoder of text: at each token, a score for every token that may follow.</summary>
[Hyperparams(Lr = 6e-4, BatchSize = 32, Epochs = 20), NextToken]
[AdamW(WeightDecay = 0.1, Beta2 = 0.95, ExcludeBiasAndNorm = true), Warmup(Fraction = 0.05), Cosine(MinLr = 6e-5)]
[ClipGradNorm(1.0), Accumulate(4), Amp]
public sealed partial class TextTransformer : Module<Tensor, Tensor>
{
    private readonly Embedding tokens, positions;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly LayerNorm norm;
    private readonly Linear head;

    public TextTransformer(int vocabulary = 5000, int size = 256, int heads = 8, int depth = 6, int context = 256)
        : base(nameof(TextTransformer))
    {
        tokens = Embedding(vocabulary, size);
        positions = Embedding(context, size);
        blocks = ModuleList(Enumerable.Range(0, depth).Select(_ => new TransformerBlock(size, heads, dropout: 0.1)).ToArray());
        norm = LayerNorm(size);
        head = Linear(size, vocabulary, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor text)
    {
        using var scope = NewDisposeScope();
        var at = arange(text.shape[1], device: text.device);
        var x = tokens.call(text) + positions.call(at);
        foreach (var block in blocks)
        {
            x = block.call(x);
        }
        return head.call(norm.call(x)).MoveToOuterDisposeScope();
    }
}

public sealed class TransformerBlock : Module<Tensor, Tensor>
{
    private readonly int _heads;
    private readonly LayerNorm norm1, norm2;
    private readonly Linear attend, project;
    private readonly Sequential feed;
    private readonly Dropout drop;

    public TransformerBlock(int size, int heads, double dropout)
        : base(nameof(TransformerBlock))
    {
        _heads = heads;
        norm1 = LayerNorm(size);
        norm2 = LayerNorm(size);
        attend = Linear(size, 3 * size);
        project = Linear(size, size);
        feed = Sequential(Linear(size, 4 * size), GELU(), Linear(4 * size, size), Dropout(dropout));
        drop = Dropout(dropout);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x + drop.call(Attention(norm1.call(x)));
        return x + feed.call(norm2.call(x));
    }

    private Tensor Attention(Tensor x)
    {
        var (batch, length, size) = (x.shape[0], x.shape[1], x.shape[2]);
        var parts = attend.call(x).view(batch, length, 3, _heads, size / _heads).permute(2, 0, 3, 1, 4);
        var y = scaled_dot_product_attention(parts[0], parts[1], parts[2], is_casual: true);
        return project.call(y.transpose(1, 2).reshape(batch, length, size));
    }
}
