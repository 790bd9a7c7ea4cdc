using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Tests;

namespace TrainSdk.Generators.Tests;

public sealed class ConstructorValueTests
{
    private static readonly string Source = ModelSource.Usings + """
        namespace My.App;

        public enum Activation { Relu, @default }
        internal enum Hidden { One, Two }

        [Hyperparams]
        public sealed partial class MyModel : Module<Tensor, Tensor>
        {
            private readonly Linear _head = Linear(4, 3);

            public MyModel() : base("small") { }

            /// <summary>Builds it.</summary>
            /// <param name="width">Channels of the
            /// convolutions &amp; more.</param>
            /// <param name="hidden_size">See <see cref="MyModel"/> and <paramref name="width"/>; "quoted" a &lt; b.</param>
            /// <param name="dropout"></param>
            #pragma warning disable CS1573
            internal MyModel(
                int width = 32, long hidden_size = 5_000_000_000, double dropout = 1e-10, float scale = 0.1f, bool @class = true, string text = "a\"b\n",
                string empty = "", Activation activation = Activation.@default, Hidden kind = Hidden.Two, double endless = double.PositiveInfinity,
                double whole = 3, int negative = -7) : base("large") { }

            public override Tensor forward(Tensor input) => _head.call(input);
        }
        """;

    [Fact]
    public void Every_type()
    {
        var generated = GeneratorRun.Of(Source).Clean();
        Snapshot.Verify(generated.Of("Hyperparameters"), "ConstructorValues#MyModel.Hyperparameters.g");
        Snapshot.Verify(generated.Of("CommandLine"), "ConstructorValues#MyModel.CommandLine.g");
    }

    [Fact]
    public void The_constructor_with_most_parameters_is_called() => Assert.Contains(
        "scale: (float)settings.Scale, @class: settings.Class,", GeneratorRun.Of(Source).Of("Members"), StringComparison.Ordinal);

    [Fact]
    public void A_primary_constructor_is_described_on_the_class() => Assert.Contains(
        "Number of units; default 3.",
        GeneratorRun.Of(ModelSource.Usings + """
            /// <summary>A model.</summary>
            /// <param name="units">Number of units.</param>
            [Hyperparams]
            public sealed partial class MyModel(int units = 3) : Module<Tensor, Tensor>("model")
            {
                public override Tensor forward(Tensor input) => input * units;
            }
            """).Clean().Of("Hyperparameters"),
        StringComparison.Ordinal);

    [Fact]
    public void A_comment_that_is_no_xml_is_left_out() => GeneratorRun.Of(ModelSource.With("[Hyperparams]", """
        // a second constructor
        /// <param name="width">a < b
        public MyModel(int width = 3) : base("model") { _head = Linear(4, width); }
        """)).Of("Hyperparameters");
}
