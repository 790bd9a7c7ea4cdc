using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// Letters of words: nothing clips the gradients, two things raise the rate, and the layers are auto-properties.
[Hyperparams(Lr = 2e-3, BatchSize = 32, Epochs = 3)]
[NextToken, AdamW]
[OneCycle, Warmup]
public sealed partial class WordsLstm : Module<Tensor, Tensor>
{
    public Embedding Letters { get; }
    public LSTM Memory { get; }
    public Linear Head { get; }

    public WordsLstm() : base("lstm")
    {
        Letters = Embedding(27, 16);
        Memory = LSTM(16, 32, batchFirst: true);
        Head = Linear(32, 27);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var (output, _, _) = Memory.call(Letters.call(input));
        return Head.call(output);
    }
}
