using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>
/// The least-squares problem of the optimizer fixtures: a weight, a bias, and a shift that has no gradient in every third step.
/// </summary>
internal sealed class VariantProblem : IDisposable
{
    private static readonly JsonElement Numbers = Fixture.Open("optimizer_variants");

    private readonly string _name;
    private readonly Parameter[] _parameters;
    private readonly Tensor _inputs;
    private readonly Tensor _targets;
    private readonly Gradients _gradients;

    public VariantProblem(string name, string route, ScalarType type = ScalarType.Float64)
    {
        _name = name;
        _parameters = [.. new[] { ("weight", new long[] { 2, 3 }), ("bias", [2]), ("shift", [2]) }
            .Select(shaped => new Parameter(Read(shaped.Item1, type, shaped.Item2)))];
        _inputs = Read("inputs", type, [12, 3]);
        _targets = Read("targets", type, [12, 2]);
        var model = new ParameterList(_parameters);
        var parameters = TrainableParameters.Of(model, Routes.Kernels(route));
        _gradients = new Gradients(parameters);
        var isGrouped = name.EndsWith(Grouped, StringComparison.Ordinal);
        Optimizer = Variants.All[isGrouped ? name[..^Grouped.Length] : name](isGrouped ? InGroups(parameters) : parameters);
    }

    private const string Grouped = "_grouped";

    /// <summary>Every trajectory of the fixture.</summary>
    public static IEnumerable<string> Names => Numbers.GetProperty("trajectories").EnumerateObject().Select(static path => path.Name);

    public static int Steps => Numbers.GetProperty("steps").GetInt32();

    public IOptimizer Optimizer { get; }

    /// <summary>Weights, one after the other.</summary>
    public double[] Values => [.. _parameters.SelectMany(static parameter => parameter.to(ScalarType.Float64).data<double>().ToArray())];

    /// <summary>Weights and all that the optimizer keeps, bit for bit.</summary>
    public string Bits => Variants.Bits(_parameters.Concat(Variants.StateOf(Optimizer)));

    /// <summary>The reference after a step; null where it is not recorded.</summary>
    public double[]? Expected(int step)
    {
        var at = Numbers.GetProperty("recorded").EnumerateArray().Select(static number => number.GetInt32()).ToList().IndexOf(step);
        return at < 0 ? null : Numbers.GetProperty("trajectories").GetProperty(_name).GetProperty("path")[at].Numbers();
    }

    public void Step(int step)
    {
        using var scope = NewDisposeScope();
        Backward(step, 1);
        Optimizer.Step(_gradients.Norm().IsNotFinite);
        _gradients.Clear();
    }

    /// <summary>A step over NaN gradients, which must not be taken; the flag is a truth value where the host is not to read it.</summary>
    public void BadStep(int step, bool isRead)
    {
        using var scope = NewDisposeScope();
        Backward(step, double.NaN);
        var flag = _gradients.Norm().IsNotFinite;
        Optimizer.Step(isRead ? flag : flag.to(ScalarType.Bool));
        _gradients.Clear();
    }

    /// <summary>Takes over another's weights, and its optimizer's state as a checkpoint holds it.</summary>
    public void GoOnFrom(VariantProblem other)
    {
        using var _ = no_grad();
        foreach (var (mine, theirs) in _parameters.Zip(other._parameters))
        {
            mine.copy_(theirs);
        }
        Saved.Move(other.Optimizer, Optimizer);
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        _gradients.Dispose();
        foreach (var tensor in _parameters.Append(_inputs).Append(_targets))
        {
            tensor.Dispose();
        }
    }

    private static Tensor Read(string name, ScalarType type, long[] shape) =>
        torch.tensor(Numbers.Numbers(name), dtype: ScalarType.Float64).to(type).reshape(shape).DetachFromDisposeScope();

    private static TrainableParameters InGroups(TrainableParameters parameters)
    {
        var (names, at) = (parameters.Names, 0);
        return Numbers.GetProperty("groups").EnumerateArray().Aggregate(
            parameters, (grouped, group) => grouped.Group(names[at++], group.Number("lrScale"), group.Number("weightDecay")));
    }

    private void Backward(int step, double factor)
    {
        Optimizer.Lr = Numbers.GetProperty("trajectories").GetProperty(_name).Number("lr") * (step + 1) / Steps;
        var output = _inputs.mm(_parameters[0].t()) + _parameters[1];
        (nn.functional.mse_loss(step % 3 == 1 ? output : output + _parameters[2], _targets) * factor).backward();
    }
}
