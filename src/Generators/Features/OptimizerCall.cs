using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>The call of an optimizer's constructor, whose arguments after the parameters are settings, in their order.</summary>
internal sealed class OptimizerCall(string type, AttributeUse use, LoopPlan plan)
{
    private readonly List<string> _arguments = [];

    public OptimizerCall Number(string name, double value)
    {
        plan.AddNumber(use, name, value);
        _arguments.Add($"settings.{name}");
        return this;
    }

    public OptimizerCall Flag(string name, bool value)
    {
        plan.AddFlag(use, name, value);
        _arguments.Add($"settings.{name}");
        return this;
    }

    /// <summary>A number that few need: no setting where the class does not write it.</summary>
    public OptimizerCall NumberWhereWritten(string name, double value) => use.Wrote(name) ? Named(name, Number(name, value)) : this;

    /// <summary>A flag that few need: no setting where the class does not write it.</summary>
    public OptimizerCall FlagWhereWritten(string name, bool value) => use.Wrote(name) ? Named(name, Flag(name, value)) : this;

    /// <summary>Makes it the loop's optimizer.</summary>
    public void Over(bool excludeBiasAndNorm)
    {
        if (excludeBiasAndNorm)
        {
            plan.Rewrite(Value.Parameters, Order.Base, use, static parameters => parameters + "\n.ExcludeBiasAndNorm()");
        }
        plan.Rewrite(Value.Optimizer, Order.Base, use, _ => $"new {type}({string.Join(", ", _arguments.Prepend(plan.Parameters))})");
    }

    // The arguments before it may be left out.
    private OptimizerCall Named(string name, OptimizerCall call)
    {
        var last = _arguments.Count - 1;
        _arguments[last] = $"{char.ToLowerInvariant(name[0])}{name.Substring(1)}: {_arguments[last]}";
        return call;
    }
}
