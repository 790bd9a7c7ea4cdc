using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.TorchSharpTraps;

/// <summary>Module classes that fall into a trap, written as users write them.</summary>
internal static class Nets
{
    public abstract class Plain() : Module<Tensor, Tensor>("net")
    {
        public override Tensor forward(Tensor input) => input;
    }

    public sealed class Forgotten : Plain
    {
        private readonly Linear _fc = Linear(2, 2);
        public override Tensor forward(Tensor input) => _fc.call(input);
    }

    public sealed class Holding<T> : Plain where T : Module
    {
        private readonly T _held;

        public Holding(T held)
        {
            _held = held;
            RegisterComponents();
        }

        public T Held => _held;
    }

    public sealed class Early : Plain
    {
        private readonly Linear _fc;

        public Early()
        {
            RegisterComponents();
            _fc = Linear(2, 2);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _fc.call(input);
    }

    public abstract class Registering : Plain
    {
        private readonly Linear _fc = Linear(2, 2);
        protected Registering() => RegisterComponents();
        public override Tensor forward(Tensor input) => _fc.call(input);
    }

    public sealed class Derived : Registering
    {
        private readonly Linear _early = Linear(2, 2);
        private readonly Linear _late;

        public Derived()
        {
            _late = Linear(2, 2);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _late.call(_early.call(input));
    }

    public sealed class Collections : Plain
    {
        public readonly List<Linear> List = [Linear(2, 2)];
        public readonly Linear[] Array = [Linear(2, 2)];
        public readonly Dictionary<string, Linear> Dictionary = new() { ["a"] = Linear(2, 2) };
        public readonly (Linear, Linear) Tuple = (Linear(2, 2), Linear(2, 2));
        public readonly List<Parameter> Parameters = [new Parameter(zeros(2))];
        public Collections() => RegisterComponents();
    }

    public sealed class Containers : Plain
    {
        private readonly ModuleList<Linear> _list = ModuleList(Linear(2, 2));
        private readonly ModuleDict<Linear> _dict = ModuleDict(("a", Linear(2, 2)));
        private readonly Sequential _sequential = Sequential(Linear(2, 2));
        private readonly ParameterList _scales = new(new Parameter(zeros(2)));
        public Containers() => RegisterComponents();
        public override Tensor forward(Tensor input) => _sequential.call(_dict["a"].call(_list[0].call(input + _scales[0])));
    }

    public sealed class AutoProperties : Plain
    {
        public Linear Fc { get; } = Linear(2, 2, hasBias: false);
        [field: TorchSharp.Utils.ComponentName(Name = "named")] public Linear Named { get; } = Linear(2, 2, hasBias: false);
        public AutoProperties() => RegisterComponents();
    }

    public abstract class WithFc : Plain
    {
        private readonly Linear _fc = Linear(2, 2);
        public override Tensor forward(Tensor input) => _fc.call(input);
    }

    public sealed class Hiding : WithFc
    {
        private readonly Linear _fc = Linear(3, 3);
        public Hiding() => RegisterComponents();
        public override Tensor forward(Tensor input) => _fc.call(base.forward(input));
    }

    public sealed class HidingTrain : Plain
    {
        public int Calls { get; private set; }
        public new void train(bool on = true) => Calls++;
    }

    public sealed class Tied : Plain
    {
        private readonly Embedding _words = Embedding(2, 2);
        private readonly Linear _head = Linear(2, 2, hasBias: false);

        public Tied()
        {
            _head.weight = _words.weight!;
            RegisterComponents();
        }

        public Tensor Words => _words.weight!;
        public Tensor Head => _head.weight!;
    }

    public sealed class TiedLinear : Plain
    {
        private readonly Linear _encoder = Linear(2, 2, hasBias: false);
        private readonly Linear _decoder = Linear(2, 2, hasBias: false);

        public TiedLinear()
        {
            _decoder.weight = _encoder.weight!;
            RegisterComponents();
        }

        public Tensor Encoder => _encoder.weight!;
        public Tensor Decoder => _decoder.weight!;
    }

    public sealed class Buffers : Plain
    {
        private readonly Tensor _mask = ones(2);

        public Buffers()
        {
            register_buffer("saved", ones(2));
            register_buffer("_mask", _mask, persistent: false);
        }

        public Tensor Mask => _mask;
    }
}
