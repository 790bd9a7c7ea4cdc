using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class SeveralInputsTests
{
    private const int Count = 37;

    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    [Fact]
    public void Every_batch_holds_the_same_samples_of_each_input()
    {
        var data = Data();
        var encoding = InputEncoding.None(1) with { Further = [InputEncoding.None(2), InputEncoding.None(1) with { IsTokens = true }] };
        using var batches = BatchLoader.Shuffled(data, encoding, batchSize: 8, seed: 3, Cpu);
        var seen = new List<long>();
        foreach (var batch in batches.Epoch(1))
        {
            using var scope = NewDisposeScope();
            Assert.Equal(3, batch.Inputs.Count);
            Assert.Same(batch.Input, batch.Inputs[0]);
            Assert.Equal(ScalarType.Float32, batch.Inputs[1].dtype);
            Assert.Equal(ScalarType.Int64, batch.Inputs[2].dtype);
            var numbers = batch.Target.data<long>().ToArray();
            Assert.Equal(numbers.Select(static number => (float)number), batch.Input.data<float>().ToArray());
            Assert.Equal(numbers.SelectMany(static number => new[] { number, number + 0.5f }), batch.Inputs[1].data<float>().ToArray());
            Assert.Equal(numbers.Select(static number => number * 2), batch.Inputs[2].data<long>().ToArray());
            seen.AddRange(numbers);
        }
        Assert.Equal(Enumerable.Range(0, Count).Select(static number => (long)number), seen.Order());
        Assert.NotEqual(seen.Order(), seen);
    }

    [Fact]
    public void Each_input_is_measured_by_itself()
    {
        var encoding = new DataSplits(Data()).Encoding;
        Assert.Equal(18, Assert.Single(encoding.Mean), 12);
        Assert.Equal(2, encoding.Further.Count);
        Assert.Equal([18, 18.5], encoding.Further[0].Mean);
        Assert.True(encoding.Further[1].IsTokens);
        Assert.Empty(encoding.Further[1].Mean);
    }

    [Fact]
    public void A_selection_takes_all_inputs()
    {
        var selected = Data().Select([5, 2]);
        Assert.Equal([5f, 2f], selected.AllInputs[0].data<double>().ToArray().Select(static value => (float)value));
        Assert.Equal([10L, 4L], selected.AllInputs[2].data<long>().ToArray());
    }

    [Fact]
    public void One_input_is_the_only_one_of_its_batch()
    {
        var data = new DataSet(torch.ones(4, 2), torch.zeros(4, dtype: ScalarType.Int64));
        using var batches = BatchLoader.InOrder(data, InputEncoding.None(2), 4, Cpu);
        foreach (var batch in batches)
        {
            Assert.Same(batch.Input, Assert.Single(batch.Inputs));
        }
    }

    [Fact]
    public void Samples_of_another_number_are_refused() => Complains(
        "inputs are [3, 2] and targets [4]", static () => _ = new DataSet([torch.ones(4, 2), torch.ones(3, 2)], torch.zeros(4, dtype: ScalarType.Int64)));

    [Fact]
    public void A_NaN_is_refused_with_the_inputs_number() => Complains(
        "input 2 of sample 1", static () => _ = new DataSet([torch.ones(2, 1), torch.tensor(new[,] { { 1f }, { float.NaN } })], torch.zeros(2, dtype: ScalarType.Int64)));

    [Fact]
    public void No_input_is_refused() => Complains("no inputs", static () => _ = new DataSet([], torch.zeros(2, dtype: ScalarType.Int64)));

    [Fact]
    public void An_encoding_of_fewer_inputs_is_refused() => Complains(
        "InputEncoding.Further", static () => BatchLoader.InOrder(Data(), InputEncoding.None(1), 4, Cpu).Dispose());

    [Fact]
    public void Splits_of_other_shapes_are_refused() => Complains(
        "[1] and [2] and [1]", static () => _ = new DataSplits(Data(), new DataSet([torch.ones(2, 1), torch.ones(2, 2)], torch.zeros(2, dtype: ScalarType.Int64))));

    private static DataSet Data()
    {
        using var scope = NewDisposeScope();
        var numbers = torch.arange(Count, dtype: ScalarType.Int64);
        var pairs = torch.stack([numbers, numbers + 0.5], 1).to(ScalarType.Float32);
        return new DataSet([numbers.reshape(-1, 1).to(ScalarType.Float64), pairs, numbers.reshape(-1, 1) * 2], numbers);
    }

    private static void Complains(string words, Action act) =>
        Assert.Contains(words, Assert.Throws<TrainException>(act).Message, StringComparison.Ordinal);
}
