using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.Optim.Kernels;
using TrainSdk.Optim.Updates;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>
/// Every optimizer in every variant on every route against PyTorch's own or the papers' formulas, with a rate that changes every step.
/// </summary>
public sealed class OptimizerTests
{
    public static TheoryData<string, string> Cases => Routes.Times(VariantProblem.Names);

    public static TheoryData<string> VariantNames => [.. Variants.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void FiftyStepsFollowTheReference(string name, string route)
    {
        using var problem = new VariantProblem(name, route);
        for (var step = 0; step < VariantProblem.Steps; step++)
        {
            problem.Step(step);
            if (problem.Expected(step) is { } expected)
            {
                Fixture.AssertNear(expected, problem.Values, 1e-10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void FiftyStepsInFloat32EndNearTheReference(string name, string route)
    {
        using var problem = new VariantProblem(name, route, ScalarType.Float32);
        for (var step = 0; step < VariantProblem.Steps; step++)
        {
            problem.Step(step);
        }
        var expected = problem.Expected(VariantProblem.Steps - 1)!;
        var difference = Norm(expected.Zip(problem.Values, static (right, number) => right - number)) / Norm(expected);
        Assert.True(difference <= 1e-5, $"{difference:R} apart");
    }

    // Of ten steps five are bad, whether the host reads the flag or not: weights and state must be as if these had never been. What the
    // host does not read is computed otherwise, so that both runs of a pair get flags of the same kind.
    [Theory]
    [MemberData(nameof(Cases))]
    public void ASkippedStepChangesNeitherWeightsNorState(string name, string route)
    {
        using var plain = new VariantProblem(name, route);
        using var skipping = new VariantProblem(name, route);
        for (var step = 0; step < 5; step++)
        {
            skipping.BadStep(step, isRead: step % 2 == 0);
            skipping.Step(step);
            plain.Step(step);
            Assert.Equal(plain.Bits, skipping.Bits);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void StepsLeaveNoTensorBehind(string name, string route)
    {
        using var problem = new VariantProblem(name, route);
        problem.Step(0);
        problem.BadStep(0, isRead: false);
        var before = LiveTensors.Count();
        for (var step = 1; step < 20; step++)
        {
            problem.Step(step);
            problem.BadStep(step, isRead: false);
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    // A large model is stepped in parts on the CPU; each part must get its own numbers.
    [Theory]
    [MemberData(nameof(VariantNames))]
    public void LargeTensorsAreSteppedAsSmallOnes(string name)
    {
        using var scope = NewDisposeScope();
        var ends = Routes.Names.Select(route =>
        {
            Parameter[] parameters = [.. new[] { 3, 70_000, 5, 80_000, 7 }.Select(static size => new Parameter(linspace(-1, 1, size, dtype: ScalarType.Float64)))];
            using var optimizer = Variants.All[name](TrainableParameters.Of(new ParameterList(parameters), Routes.Kernels(route)));
            optimizer.Lr = 0.01;
            for (var step = 0; step < 3; step++)
            {
                foreach (var (parameter, place) in parameters.Select(static (parameter, place) => (parameter, place)))
                {
                    parameter.grad = step == 1 && place is 1 or 2 ? null : (parameter.detach() * (place + 1)) + 0.1;
                }
                optimizer.Step(zeros([]));
            }
            return cat([.. parameters.Select(static parameter => parameter.detach())]);
        }).ToArray();
        Assert.All(ends, end => Assert.True((end - ends[0]).abs().max().ToDouble() <= 1e-12));
    }

    // Also scripts that this machine does not use: Adagrad's foreach form is for GPUs, where libtorch has no kernel of it.
    [Theory]
    [MemberData(nameof(VariantNames))]
    public void EveryScriptComputesTheUpdatesOwnMathematics(string name)
    {
        var update = UpdateOf(name);
        if (update.Fused is { } kernel)
        {
            Assert.True(UpdateCheck.IsRight(new FusedScript(kernel.Script), update), "fused");
        }
        if (update.Script is { } script && (update is not SgdUpdate || update.Fused is null))
        {
            Assert.True(UpdateCheck.IsRight(new ForeachScript(script), update), "foreach");
        }
        Assert.False(UpdateCheck.IsRight(new WrongKernels(update.GetType().Name), update));
    }

    [Fact]
    public void AScriptThatIsWrongIsNotUsed()
    {
        Assert.IsType<ForeachScript>(new ScriptedUpdates().Of(new LionUpdate(0.9, 0.99), CPU));
        Assert.IsType<TorchSharpKernels>(new ScriptedUpdates().Of(new ForgetfulUpdate(), CPU));
    }

    private static Update UpdateOf(string name)
    {
        using var scope = NewDisposeScope();
        using var optimizer = Variants.All[name](TrainableParameters.Of(new ParameterList(new Parameter(zeros(1)))));
        return Variants.GroupsOf(optimizer)[0].Update;
    }

    private static double Norm(IEnumerable<double> numbers) => Math.Sqrt(numbers.Sum(static number => number * number));
}
