using TorchSharp;
using TrainSdk.Generated.Tests.Models;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>The generated registration has TorchSharp's names and lives through a move.</summary>
public sealed class ComponentTests
{
    private const string BackingField = "<Layer>k__BackingField";

    [Fact]
    public void The_names_are_torchsharps_but_for_properties_of_layers()
    {
        using var generated = ComponentsModel.Training.Build(new ComponentsModel.Hyperparameters());
        using var byReflection = new ComponentsByReflection();
        Assert.Equal(
            byReflection.state_dict().Keys.Select(static name => name.Replace(BackingField, "Layer", StringComparison.Ordinal)),
            generated.state_dict().Keys);
    }

    [Fact]
    public void Nothing_is_registered_twice()
    {
        using var model = ComponentsModel.Training.Build(new ComponentsModel.Hyperparameters());
        Assert.Equal(10, model.parameters().Count());
        Assert.Single(model.buffers());
    }

    [Fact]
    public void A_moved_model_computes_with_what_is_registered()
    {
        using var model = ComponentsModel.Training.Build(new ComponentsModel.Hyperparameters());
        var names = model.state_dict().Keys.ToArray();
        model.to(ScalarType.Float64);
        Assert.Equal(names, model.state_dict().Keys);
        Assert.All(model.state_dict().Values, static tensor => Assert.Equal(ScalarType.Float64, tensor.dtype));
        model.call(ones(2, 4, dtype: ScalarType.Float64)).sum().backward();
        Assert.All(model.named_parameters(), static named => Assert.NotNull(named.parameter.grad));
    }
}
