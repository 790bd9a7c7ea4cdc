using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Native;
using TrainSdk.Optim;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>
/// There is one device here, so that another number type stands in for another device: both are moves that make new parameters.
/// </summary>
public sealed class ModelMoveTests
{
    [Fact]
    public void TorchSharps_own_move_breaks_a_shared_parameter_and_leaves_buffers_behind()
    {
        using var shared = new SharingNet();
        shared.to(ScalarType.Float64);
        Assert.False(shared.IsShared);
        using var tied = new TiedNet();
        tied.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float32, tied.Shift.dtype);
    }

    [Fact]
    public void A_parameter_that_two_parts_share_stays_shared()
    {
        using var model = new SharingNet();
        var scale = model.Scale;
        ModelMove.InPlace(model, static tensor => tensor.to(ScalarType.Float64));
        model.to(ScalarType.Float64);
        Assert.Same(scale, model.Scale);
        Assert.True(model.IsShared);
        Assert.Equal(["_first._scale"], TrainableParameters.Of(model).Names);
        model.call(torch.ones(2, dtype: ScalarType.Float64)).sum().backward();
        Assert.Equal([6.0, 6.0], scale.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_move_in_place_first_keeps_both()
    {
        using var model = new TiedNet();
        var before = model.Words.weight!.to(ScalarType.Float64);
        ModelMove.InPlace(model, static tensor => tensor.to(ScalarType.Float64));
        model.to(ScalarType.Float64);
        Assert.True(model.IsTied);
        Assert.Equal(ScalarType.Float64, model.Shift.dtype);
        Assert.All(model.parameters(), static parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.True(before.bytes.SequenceEqual(model.Words.weight!.bytes));

        var parameters = TrainableParameters.Of(model);
        Assert.Equal(["_words.weight", "_hidden.weight"], parameters.Names);
        using var optimizer = new Sgd(parameters, weightDecay: 0) { Lr = 0.1 };
        model.call(torch.tensor(new long[,] { { 1, 2 } })).sum().backward();
        var gradient = model.Words.weight!.grad!.clone();
        optimizer.Step(skipIf: torch.zeros([]));
        Assert.True((before - (0.1 * gradient)).allclose(model.Words.weight!, 1e-12));
        Assert.True(model.Words.weight!.bytes.SequenceEqual(model.Head.weight!.bytes));
    }

    [Fact]
    public void A_model_that_is_there_keeps_its_parameters()
    {
        using var model = new TiedNet();
        var parameters = model.parameters().ToArray();
        ModelMove.To(model, CPU);
        Assert.True(parameters.Zip(model.parameters()).All(static pair => ReferenceEquals(pair.First, pair.Second)));
    }

    [Fact]
    public void A_tied_weight_is_trained_and_measured_once()
    {
        using var model = new TiedNet();
        var parameters = TrainableParameters.Of(model);
        Assert.Equal(2, parameters.Values.Count);
        using var gradients = new Gradients(parameters);
        model.call(torch.tensor(new long[,] { { 1, 2 } })).sum().backward();
        var byHand = torch.sqrt(model.Words.weight!.grad!.square().sum() + model.Hidden.weight!.grad!.square().sum());
        Assert.Equal(byHand.ToDouble(), gradients.Norm().Value.ToDouble(), 1e-6);
    }

    [Fact]
    public void Identity_is_the_tensors_and_not_its_memorys()
    {
        using var tensor = torch.ones(3);
        using var alias = tensor.alias();
        using var view = tensor.view(3);
        Assert.Equal(TensorIdentity.Of(tensor), TensorIdentity.Of(tensor));
        Assert.NotEqual(TensorIdentity.Of(tensor), TensorIdentity.Of(view));
        Assert.NotEqual(tensor.Handle, alias.Handle);
    }

    // (x · s) · s with s = 3 where both parts are one: the gradient is 2 · s · x.
    private sealed class SharingNet : Module<Tensor, Tensor>
    {
        private readonly Part _first;
        private readonly Part _second;

        public SharingNet()
            : base("model")
        {
            var scale = new Parameter(torch.full(2, 3f));
            _first = new Part(scale);
            _second = new Part(scale);
            RegisterComponents();
        }

        public Parameter Scale => _first.Scale;

        public bool IsShared => ReferenceEquals(_first.Scale, _second.Scale);

        public override Tensor forward(Tensor input) => _second.call(_first.call(input));
    }

    private sealed class Part : Module<Tensor, Tensor>
    {
        private readonly Parameter _scale;

        public Part(Parameter scale)
            : base("part")
        {
            _scale = scale;
            RegisterComponents();
        }

        public Parameter Scale => _scale;

        public override Tensor forward(Tensor input) => input * _scale;
    }

    private sealed class TiedNet : Module<Tensor, Tensor>
    {
        private readonly Embedding _words = Embedding(5, 4);
        private readonly Linear _hidden = Linear(4, 4, hasBias: false);
        private readonly Linear _head = Linear(4, 5, hasBias: false);
        private readonly Tensor _shift = ones(4);

        public TiedNet()
            : base("model")
        {
            _head.weight = _words.weight!;
            register_buffer(nameof(_shift), _shift, persistent: false);
            RegisterComponents();
        }

        public bool IsTied => TensorIdentity.Of(_head.weight!) == TensorIdentity.Of(_words.weight!);

        public Embedding Words => _words;

        public Linear Hidden => _hidden;

        public Linear Head => _head;

        public Tensor Shift => _shift;

        public override Tensor forward(Tensor input) => _head.call(_hidden.call(_words.call(input).mean([1])) + _shift);
    }
}
