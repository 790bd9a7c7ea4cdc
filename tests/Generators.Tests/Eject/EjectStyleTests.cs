using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Eject;

/// <summary>Ejected source is laid out as the project's <c>.editorconfig</c> says, else as the model's own file is.</summary>
public sealed class EjectStyleTests
{
    private static readonly Dictionary<string, string> Silent = [];

    [Fact]
    public void A_file_with_tabs_blocks_and_wide_line_ends() => Check(
        Source("namespace My.App\r\n{\r\n\t{0}\r\n}\r\n"), Silent, space: "namespace My.App", indent: "\t", depth: 3, lineEnd: "\r\n");

    [Fact]
    public void A_file_with_two_blanks_and_a_namespace_of_its_own() => Check(
        Source("namespace My.App;\n\n{0}\n").Replace("\nprivate", "\n  private", StringComparison.Ordinal), Silent,
        space: "namespace My.App;", indent: "  ", depth: 2, lineEnd: "\n");

    [Fact]
    public void The_editorconfig_is_asked_first() => Check(
        Source("namespace My.App;\n\n{0}\n").Replace("\nprivate", "\n  private", StringComparison.Ordinal),
        new Dictionary<string, string> { ["indent_style"] = "space", ["indent_size"] = "3", ["end_of_line"] = "crlf" },
        space: "namespace My.App;", indent: "   ", depth: 2, lineEnd: "\r\n");

    [Theory]
    [InlineData("tab", "4", "\t")]
    [InlineData("space", "tab", "        ")]
    [InlineData("", "8", "        ")]
    [InlineData("space", "nonsense", "    ")]
    public void Its_indentation(string style, string size, string expected) => Check(
        Source("{0}"), new Dictionary<string, string> { ["indent_style"] = style, ["indent_size"] = size, ["tab_width"] = "8" },
        space: "", indent: expected, depth: 2, lineEnd: "\n");

    private static string Source(string around) => around.Replace("{0}", """
        [TrainSdk.Hyperparams, TrainSdk.AdamW]
        public sealed partial class MyModel() : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>("model")
        {
        private readonly TorchSharp.Modules.Linear _head = TorchSharp.torch.nn.Linear(4, 3);
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) => _head.call(input);
        }
        """, StringComparison.Ordinal);

    private static void Check(string source, Dictionary<string, string> config, string space, string indent, int depth, string lineEnd)
    {
        var ejected = EjectRun.Of("MyModel", config, source);
        Assert.Empty(ejected.Complaints);
        var text = ejected.Of("Training");
        var lines = text.Split(lineEnd);

        Assert.DoesNotContain(lines, static line => line.Contains('\r', StringComparison.Ordinal) || line.Contains('\n', StringComparison.Ordinal));
        Assert.Contains(space, lines);
        Assert.Contains(string.Concat(Enumerable.Repeat(indent, depth)) + "public static Evaluation Evaluate(", lines);
        Assert.DoesNotContain(lines, static line => line.TrimEnd() != line);
        Assert.Empty(GeneratorRun.Of(source, text).Complaints);
    }
}
