using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>A model in the forms that C# 14 brought, by the compiler of the SDK: partial constructor and event, <c>field</c>, an extension block.</summary>
[Hyperparams(Epochs = 1, BatchSize = 32)]
public sealed partial class NewLanguageModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly Linear _head;

    /// <param name="width">Units of the hidden layer.</param>
    public partial NewLanguageModel(int width = 24);

    public partial event Action? Called;

    /// <summary>How often the model was asked; never below 0.</summary>
    public int Calls { get; private set => field = Math.Max(0, value); }

    public override Tensor forward(Tensor input)
    {
        Calls++;
        return _head.call(input.Rows.HiddenBy(_hidden));
    }
}

public sealed partial class NewLanguageModel
{
    private Action? _called;

    public partial NewLanguageModel(int width)
        : base(nameof(NewLanguageModel))
    {
        _hidden = Linear(64, width);
        _head = Linear(width, 10);
    }

    public partial event Action? Called
    {
        add => _called += value;
        remove => _called -= value;
    }

    partial void OnFitEnd(in TrainSdk.Training.FitResult<NewLanguageModel> result) => _called?.Invoke();
}

internal static class TensorExtensions
{
    extension(Tensor tensor)
    {
        public Tensor Rows => tensor.flatten(1);

        public Tensor HiddenBy(Linear layer) => functional.relu(layer.call(tensor));
    }
}
