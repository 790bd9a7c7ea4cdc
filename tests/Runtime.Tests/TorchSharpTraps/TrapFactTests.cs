using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.TorchSharpTraps;

/// <summary>What the rules TRAIN3xxx say of TorchSharp. Where a new version mends one of these, its rule goes.</summary>
public sealed class TrapFactTests
{
    [Fact]
    public void TRAIN3001_without_registration_there_are_no_parameters() => Assert.Empty(new Nets.Forgotten().parameters());

    [Fact]
    public void TRAIN3001_a_field_and_a_list_of_another_module_register_it_and_a_sequence_does_not()
    {
        Assert.Equal(["_held._fc.weight", "_held._fc.bias"], Names(new Nets.Holding<Nets.Forgotten>(new())));
        Assert.Equal(["_held.0._fc.weight", "_held.0._fc.bias"], Names(new Nets.Holding<ModuleList<Nets.Forgotten>>(ModuleList(new Nets.Forgotten()))));
        Assert.Empty(Names(new Nets.Holding<Sequential>(Sequential(new Nets.Forgotten()))));
    }

    [Fact]
    public void TRAIN3002_fields_are_looked_at_once()
    {
        Assert.Empty(Names(new Nets.Early()));
        Assert.Equal(["_early.weight", "_early.bias", "_fc.weight", "_fc.bias"], Names(new Nets.Derived()));
    }

    [Fact]
    public void TRAIN3003_collections_are_not_looked_into_and_containers_are()
    {
        Assert.Empty(Names(new Nets.Collections()));
        Assert.Equal(
            ["_list.0.weight", "_list.0.bias", "_dict.a.weight", "_dict.a.bias", "_sequential.0.weight", "_sequential.0.bias", "_scales.0"],
            Names(new Nets.Containers()));
    }

    [Fact]
    public void TRAIN3004_auto_properties_go_by_the_compilers_field() =>
        Assert.Equal(["<Fc>k__BackingField.weight", "named.weight"], Names(new Nets.AutoProperties()));

    [Fact]
    public void TRAIN3005_one_of_two_fields_with_a_name_is_registered() =>
        Assert.Equal([3L], new Nets.Hiding().parameters().Select(static parameter => parameter.shape[0]).Distinct());

    [Fact]
    public void TRAIN3005_a_hiding_method_is_not_called()
    {
        var parent = new Nets.Holding<Nets.HidingTrain>(new());
        parent.train(false);
        Assert.Equal(0, parent.Held.Calls);
    }

    [Fact]
    public void TRAIN3006_an_embedding_and_a_layer_that_are_tied_are_two_parameters()
    {
        var net = new Nets.Tied();
        Assert.Equal(2, net.parameters().Count());
        Assert.True(AreOne(net.Words, net.Head));
    }

    [Fact]
    public void TRAIN3006_two_tied_layers_cannot_be_moved_or_come_apart()
    {
        var net = new Nets.TiedLinear();
        Assert.True(AreOne(net.Encoder, net.Decoder));
        var problem = Record.Exception(() => net.to(ScalarType.Float64));
        Assert.True(problem is not null || !AreOne(net.Encoder, net.Decoder), problem?.Message);
    }

    [Fact]
    public void TRAIN3007_buffers_that_are_not_saved_are_not_moved()
    {
        var net = new Nets.Buffers();
        net.to(new Device(DeviceType.META));
        Assert.Equal(DeviceType.META, net.get_buffer("saved")!.device_type);
        Assert.Equal(DeviceType.CPU, net.get_buffer("_mask")!.device_type);
        Assert.Equal(DeviceType.CPU, net.Mask.device_type);
    }

    [Fact]
    public void TRAIN3009_a_sum_of_losses_dies_with_the_scope_or_keeps_the_graph()
    {
        var layer = Linear(2, 1);
        var total = zeros(1);
        using (NewDisposeScope())
        {
            total += layer.call(ones(1, 2)).sum();
        }
        Assert.True(total.IsInvalid);
        total = zeros(1);
        total += layer.call(ones(1, 2)).sum();
        Assert.True(total.requires_grad);
    }

    [Fact]
    public void TRAIN3011_a_moved_model_has_parameters_that_the_optimizer_does_not_know()
    {
        var layer = Linear(2, 1);
        var optimizer = optim.Adam(layer.parameters());
        layer.to(ScalarType.Float64);
        layer.call(ones(1, 2, dtype: ScalarType.Float64)).sum().backward();
        Assert.Throws<KeyNotFoundException>(() => optimizer.step());
    }

    [Fact]
    public void TRAIN3012_a_state_dict_holds_the_weights_themselves()
    {
        var layer = Linear(2, 1);
        var kept = layer.state_dict();
        using (no_grad())
        {
            layer.weight!.add_(1);
        }
        Assert.True(kept["weight"].Equals(layer.weight!));
    }

    [Fact]
    public void TRAIN3013_equal_is_elementwise()
    {
        var values = tensor([1f, 2f]);
        Assert.Equal([2L], values.equal(values.clone()).shape);
        Assert.Throws<ArgumentException>(() => values.equal(values.clone()).item<bool>());
        Assert.True(values.Equals(values.clone()));
    }

    [Fact]
    public void TRAIN3014_a_scope_is_not_open_in_another_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? made = null;
        var other = new Thread(() => made = ones(2));
        other.Start();
        other.Join();
        Assert.False(scope.Contains(made!));
        made!.Dispose();
    }

    [Fact]
    public void TRAIN3015_forward_passes_hooks_over()
    {
        var layer = Linear(2, 1);
        var calls = 0;
        layer.register_forward_hook((_, _, output) =>
        {
            calls++;
            return output;
        });
        layer.forward(ones(1, 2));
        Assert.Equal(0, calls);
        layer.call(ones(1, 2));
        Assert.Equal(1, calls);
    }

    private static bool AreOne(Tensor one, Tensor other)
    {
        using (no_grad())
        {
            one.add_(1);
        }
        return one.Equals(other);
    }

    private static IEnumerable<string> Names(Module module) => module.named_parameters().Select(static entry => entry.name);
}
