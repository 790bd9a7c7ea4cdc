namespace TrainSdk.Benchmarks.Advising;

/// <summary>What stands between a model class's braces.</summary>
internal static class Bodies
{
    private const string Forward = "public override Tensor forward(Tensor input) => ";

    /// <summary>Two hidden layers with ReLU.</summary>
    public static string Mlp(int inputs, int classes) => $$"""
        private readonly Sequential _layers;

        public ModelClass(int hidden = 64, double dropout = 0)
            : base(nameof(ModelClass))
        {
            _layers = Sequential(
                Flatten(), Linear({{inputs}}, hidden), ReLU(), Linear(hidden, hidden), ReLU(), Dropout(dropout), Linear(hidden, {{classes}}));
            RegisterComponents();
        }

        {{Forward}}_layers.call(input);
        """;

    /// <summary>Eight layers with sigmoids between them and nothing that helps a gradient through.</summary>
    public static string DeepSigmoid { get; } = $$"""
        private readonly Sequential _layers;

        public ModelClass(int hidden = 64)
            : base(nameof(ModelClass))
        {
            _layers = Sequential(
                Flatten(), Linear(64, hidden), Sigmoid(), Linear(hidden, hidden), Sigmoid(), Linear(hidden, hidden), Sigmoid(),
                Linear(hidden, hidden), Sigmoid(), Linear(hidden, hidden), Sigmoid(), Linear(hidden, hidden), Sigmoid(),
                Linear(hidden, hidden), Sigmoid(), Linear(hidden, 10));
            RegisterComponents();
        }

        {{Forward}}_layers.call(input);
        """;

    /// <summary>One layer: it underfits whatever it is given.</summary>
    public static string SoftmaxRegression { get; } = $$"""
        private readonly Sequential _layers;

        public ModelClass()
            : base(nameof(ModelClass))
        {
            _layers = Sequential(Flatten(), Linear(64, 10));
            RegisterComponents();
        }

        {{Forward}}_layers.call(input);
        """;

    /// <summary>Two convolutions with BatchNorm, and a linear head.</summary>
    /// <param name="side">Of the pictures, in pixels; a multiple of 4.</param>
    public static string Cnn(int side) => $$"""
        private readonly Sequential trunk, head;

        public ModelClass(int width = 8, double dropout = 0)
            : base(nameof(ModelClass))
        {
            trunk = Sequential(
                Conv2d(1, width, 3, padding: 1, bias: false), BatchNorm2d(width), ReLU(), MaxPool2d(2),
                Conv2d(width, 2 * width, 3, padding: 1, bias: false), BatchNorm2d(2 * width), ReLU(), MaxPool2d(2));
            head = Sequential(Flatten(), Dropout(dropout), Linear(2 * width * {{side / 4 * (side / 4)}}, 10));
            RegisterComponents();
        }

        {{Forward}}head.call(trunk.call(input));
        """;

    /// <summary>A recurrent network with ReLU that reads a picture's 64 pixels one by one.</summary>
    public static string PixelRnn { get; } = $$"""
        private readonly RNN _memory;
        private readonly Linear _head;

        public ModelClass(int hidden = 32)
            : base(nameof(ModelClass))
        {
            _memory = RNN(1, hidden, nonLinearity: NonLinearities.ReLU, batchFirst: true);
            _head = Linear(hidden, 10);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var (states, _) = _memory.call(input.flatten(1).unsqueeze(2));
            return _head.call(states[.., -1]);
        }
        """;

    /// <summary>The text template's network, half as wide.</summary>
    public static string Lstm { get; } = $$"""
        private readonly Embedding _letters;
        private readonly LSTM _memory;
        private readonly Sequential _head;

        public ModelClass(int hidden = 64, double dropout = 0.1)
            : base(nameof(ModelClass))
        {
            _letters = Embedding(27, 16);
            _memory = LSTM(16, hidden, batchFirst: true);
            _head = Sequential(Dropout(dropout), Linear(hidden, 27));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var (states, _, _) = _memory.call(_letters.call(input));
            return _head.call(states);
        }
        """;
}
