using System.Text.Json;
using TorchSharp;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>The least-squares problem of the optimizer fixtures.</summary>
internal sealed class LinearProblem : IDisposable
{
    private readonly JsonElement _fixture = Fixture.Open("optimizers");
    private readonly Tensor _inputs;
    private readonly Tensor _targets;
    private readonly Gradients _gradients;
    private readonly IOptimizer _optimizer;

    public LinearProblem(Func<TrainableParameters, IOptimizer> make, string route)
    {
        Model = new LinearNet(_fixture.Numbers("weight"), _fixture.Numbers("bias"));
        _inputs = torch.tensor(_fixture.Numbers("inputs"), [12, 3]);
        _targets = torch.tensor(_fixture.Numbers("targets"), [12, 2]);
        var parameters = TrainableParameters.Of(Model, Routes.Kernels(route));
        _gradients = new Gradients(parameters);
        _optimizer = make(parameters);
    }

    public LinearNet Model { get; }

    public IEnumerable<(double[] Values, int Step)> Trajectory(string name) =>
        _fixture.GetProperty("trajectories").GetProperty(name).EnumerateArray().Select(static (values, step) => (values.Numbers(), step));

    public void Step(int step, bool bad = false)
    {
        using var scope = NewDisposeScope();
        _optimizer.Lr = _fixture.Number("lr") * (step + 1) / _fixture.Number("steps");
        var loss = nn.functional.mse_loss(Model.call(_inputs), _targets);
        (bad ? loss * double.NaN : loss).backward();
        _optimizer.Step(_gradients.Norm().IsNotFinite);
        _gradients.Clear();
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _gradients.Dispose();
        _inputs.Dispose();
        _targets.Dispose();
        Model.Dispose();
    }
}
