namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3003.</summary>
public sealed class ModulesInCollectionTests
{
    private const string Register = """ public Net() : base("net") => RegisterComponents();""";

    [Theory]
    [InlineData("private readonly List<Linear> _layers = [Linear(4, 3)];" + Register, "List", "ModuleList")]
    [InlineData("private readonly List<Module<Tensor, Tensor>> _layers = new() { Linear(4, 3) };" + Register, "List", "ModuleList")]
    [InlineData("private readonly Linear[] _layers = { Linear(4, 3), Linear(3, 2) };" + Register, "array", "ModuleList")]
    [InlineData("private readonly Dictionary<string, Linear> _layers = new() { [\"a\"] = Linear(4, 3) };" + Register, "Dictionary", "ModuleDict")]
    [InlineData("private readonly (Linear, Linear) _layers = (Linear(4, 3), Linear(3, 2));" + Register, "tuple", "field of its own")]
    [InlineData("private readonly List<Parameter> _layers = [new Parameter(zeros(3))];" + Register, "parameters", "ParameterList")]
    [InlineData("private readonly IReadOnlyList<Linear> _layers = Enumerable.Range(0, 3).Select(_ => Linear(4, 4)).ToList();" + Register, "IReadOnlyList", "ModuleList")]
    [InlineData("""
        private readonly List<Linear> _layers = new();
        public Net() : base("net")
        {
            for (var at = 0; at < 3; at++)
            {
                var layer = Linear(4, 4);
                _layers.Add(layer);
            }
            RegisterComponents();
        }
        """, "List", "ModuleList")]
    [InlineData("""
        private readonly Linear[] _layers;
        public Net() : base("net")
        {
            _layers = new Linear[2];
            for (var at = 0; at < 2; at++) { _layers[at] = Linear(4, 4); }
            RegisterComponents();
        }
        """, "array", "ModuleList")]
    [InlineData("""
        private readonly List<Linear> _layers;
        public Net() : base("net")
        {
            var layers = new List<Linear>();
            layers.Add(Linear(4, 4));
            _layers = layers;
            RegisterComponents();
        }
        """, "List", "ModuleList")]
    public async Task Layers_that_only_a_collection_holds(string members, params string[] words) =>
        await TrapRun.Only("TRAIN3003", "_layers", TrapRun.Net(members), words);

    [Fact]
    public async Task A_generated_loop_does_not_see_them_either() => await TrapRun.Only(
        "TRAIN3003", "_layers", TrapRun.Net("private readonly List<Linear> _layers = [Linear(4, 3)];" + Register, "[Hyperparams]"));

    [Theory]
    [InlineData("private readonly ModuleList<Linear> _layers = ModuleList(Linear(4, 3));" + Register)]
    [InlineData("private readonly Sequential _layers = Sequential(Linear(4, 3));" + Register)]
    [InlineData("private readonly ParameterList _layers = new(new Parameter(zeros(3)));" + Register)]
    [InlineData("private readonly List<Linear> _layers = []; private readonly int[] _widths = [3];" + Register)]
    [InlineData("private static readonly List<Linear> Layers = [Linear(4, 3)];" + Register)]
    [InlineData("private readonly List<Tensor> _cache = [zeros(3)];" + Register)]
    [InlineData("private readonly Func<Linear> _layers = () => Linear(4, 3);" + Register)]
    [InlineData("""
        private readonly Linear _a; private readonly Linear _b; private readonly Linear[] _layers;
        public Net() : base("net")
        {
            _b = Linear(4, 4);
            _layers = [_a = Linear(4, 4), _b];
            RegisterComponents();
        }
        """)]
    [InlineData("""
        private readonly Linear _a; private readonly List<Linear> _layers = new();
        public Net() : base("net")
        {
            var layer = Linear(4, 4);
            _a = layer;
            _layers.Add(layer);
            RegisterComponents();
        }
        """)]
    [InlineData("""
        private readonly List<Linear> _layers = new();
        public Net() : base("net")
        {
            for (var at = 0; at < 3; at++)
            {
                _layers.Add(Linear(4, 4));
                register_module($"layer{at}", _layers[at]);
            }
            RegisterComponents();
        }
        """)]
    [InlineData("""
        private readonly List<Linear> _layers = [Linear(4, 4)]; private readonly Sequential _all;
        public Net() : base("net")
        {
            _all = Sequential(_layers.ToArray());
            RegisterComponents();
        }
        """)]
    [InlineData("""
        private readonly ModuleList<Linear> _all;
        public Net() : base("net")
        {
            var layers = new List<Linear>();
            layers.Add(Linear(4, 4));
            _all = new ModuleList<Linear>(layers.ToArray());
            RegisterComponents();
        }
        """)]
    public async Task Healthy_classes(string members) => await TrapRun.Nothing(TrapRun.Net(members));
}
