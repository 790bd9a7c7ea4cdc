using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Rules;
using TrainSdk.Settings;
using TrainSdk.Sweeps;
using TrainSdk.Training;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>Says before any training which values can be trained.</summary>
/// <param name="description">The model class.</param>
/// <param name="settings">The settings that all trials share.</param>
/// <param name="space">What is swept.</param>
/// <param name="data">The splits.</param>
internal sealed class SweepCandidates<TModel, TSettings>(
    ModelDescription<TModel, TSettings> description, TSettings settings, SweepSpace space, DataSplits data)
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private readonly bool _changesModel = space.Axes.Any(axis => description.Settings.Find(axis.Setting)!.IsConstructorValue);

    /// <summary>Refuses a range or list of which a part lies outside what its setting may be.</summary>
    /// <exception cref="TrainException">One does.</exception>
    public static void CheckEdges(SettingTable<TSettings> table, SweepSpace space)
    {
        foreach (var (axis, edge) in space.Axes.SelectMany(static axis => axis.Edges.Select(edge => (axis, edge))))
        {
            var option = SettingName.Option(axis.Setting);
            var values = table.AttributeValues(table.With(new TSettings(), axis.Setting, edge, option));
            var broken = RuleTable.Check(values)
                .FirstOrDefault(found => found.Rule.Name == RuleTable.Range && found.Rule.Settings[0] == axis.Setting);
            if (broken is not null)
            {
                throw new TrainException($"{option}: {broken.Message}");
            }
        }
    }

    /// <summary>The trials.</summary>
    /// <exception cref="TrainException">A combination of a grid, or every draw, breaks a rule.</exception>
    public IReadOnlyList<SweepTrial<TSettings>> Plan(SweepOptions options)
    {
        var plan = options.Grid
            ? SweepPlan.Grid(space, Complaint)
            : SweepPlan.Random(space, options.Seed, options.Trials, Complaint);
        return [.. plan.Select((values, at) => new SweepTrial<TSettings>(at + 1, values, With(values)))];
    }

    private string? Complaint(IReadOnlyList<SweptValue> values)
    {
        var trial = With(values);
        var attributes = description.Settings.AttributeValues(trial);
        var accumulate = attributes.ContainsKey("Accumulate") ? (int)description.Settings.Whole(trial, "Accumulate") : 1;
        var broken = SettingChecks.Broken(attributes, data, (int)description.Settings.Whole(trial, "BatchSize"), accumulate);
        return SettingChecks.Complaint(broken) ?? (_changesModel ? ProblemOfModel(trial) : null);
    }

    private string? ProblemOfModel(TSettings trial)
    {
        try
        {
            description.Build(trial).Dispose();
            return null;
        }
        catch (Exception failure) when (FailureReport.Explain(failure) is not null)
        {
            return FailureReport.Explain(failure);
        }
    }

    private TSettings With(IReadOnlyList<SweptValue> values) => values.Aggregate(
        settings, (changed, value) => description.Settings.With(changed, value.Name, value.Value, SettingName.Option(value.Name)));
}
