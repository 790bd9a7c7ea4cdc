using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Eject;

/// <summary>What a build is told about the names that it was asked to eject.</summary>
public sealed class EjectRequestTests
{
    private const string List = "TrainSdk.Eject.g.cs";

    private static readonly string Project = Model("A", "Net") + Model("B", "Net") + Model("B", "Other");

    [Theory]
    [InlineData("Othr", "'Othr' is no model of this project, whose models are A.Net, B.Net, B.Other; did you mean 'Other'?")]
    [InlineData("Quite.Another", "'Quite.Another' is no model of this project, whose models are A.Net, B.Net, B.Other")]
    [InlineData("Net", "'Net' is the name of several models; write one of A.Net, B.Net")]
    [InlineData("Othr/all", "'Othr' is no model of this project")]
    public void A_name_that_is_none(string names, string expected)
    {
        var ejected = EjectRun.Of(names, Project);
        Assert.Contains("//   unknown\t" + expected, ejected[List], StringComparison.Ordinal);
        Assert.DoesNotContain("//   write", ejected[List], StringComparison.Ordinal);
        Assert.Contains("auto-generated", ejected["B.Other.Training.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_models() =>
        Assert.Contains("which has none: no class carries [Hyperparams]", EjectRun.Of("Net", "class Net;")[List], StringComparison.Ordinal);

    [Theory]
    [InlineData("B.Net,Other")]
    [InlineData("B.Net Other")]
    [InlineData("B.Net; Other;Other")]
    public void Several_models(string names)
    {
        var ejected = EjectRun.Of(names, Project);
        Assert.Empty(ejected.Complaints);
        Assert.Equal(
            ["//   write\tB.Net.Training.g.cs\tNet.Training.cs\tSource0.cs", "//   write\tB.Other.Training.g.cs\tOther.Training.cs\tSource0.cs"],
            ejected[List].Split('\n').Where(static line => line.StartsWith("//   ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("A.Net.Training.g.cs", ejected["TrainSdk.Manifest.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("B.Net.Training.g.cs", ejected["TrainSdk.Manifest.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void One_wrong_name_and_nothing_is_ejected() => Assert.DoesNotContain("write", EjectRun.Of("B.Net Missing", Project)[List], StringComparison.Ordinal);

    [Theory]
    [InlineData("MyModel", "MyModel's training loop is source of the project already")]
    [InlineData("MyModel/all", "MyModel's files are source of the project already")]
    public void What_is_ejected_already(string name, string expected)
    {
        var source = ModelSource.With("[Hyperparams]");
        var files = EjectRun.Of(name, source).Files.Where(static file => file.Value.StartsWith("#nullable", StringComparison.Ordinal));
        var again = EjectRun.Of(name, [source, .. files.Select(static file => file.Value)]);
        Assert.Contains("//   present\t" + expected, again[List], StringComparison.Ordinal);
    }

    [Fact]
    public void An_ordinary_build_lists_nothing() => Assert.DoesNotContain(List, EjectRun.Of("", Project).Files.Keys);

    private static string Model(string space, string name) => $$"""
        namespace {{space}}
        {
            [TrainSdk.Hyperparams]
            public sealed partial class {{name}}() : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>("model")
            {
                public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) => input;
            }
        }

        """;
}
