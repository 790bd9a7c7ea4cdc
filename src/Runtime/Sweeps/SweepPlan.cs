using TrainSdk.Settings;

namespace TrainSdk.Sweeps;

/// <summary>
/// Says which values each trial has, before the first is trained. A trial's values depend on the seed and on the trials before it alone, so
/// that more trials leave the first ones as they are.
/// </summary>
internal static class SweepPlan
{
    /// <summary>Draws that are tried for one trial.</summary>
    public const int Attempts = 100;

    /// <summary>Random trials, none twice; fewer where there are no more combinations.</summary>
    /// <param name="space">What is swept.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="trials">Most trials.</param>
    /// <param name="complaint">Why values cannot be trained; null where they can. Such a draw is drawn again.</param>
    /// <exception cref="TrainException">No draw can be trained.</exception>
    public static IReadOnlyList<IReadOnlyList<SweptValue>> Random(
        SweepSpace space, long seed, int trials, Func<IReadOnlyList<SweptValue>, string?> complaint)
    {
        var plan = new List<IReadOnlyList<SweptValue>>();
        var looked = new HashSet<string>();
        var last = "";
        while (plan.Count < trials)
        {
            var drawn = Enumerable.Range(0, Attempts).Select(attempt => space.Draw(seed, plan.Count + 1, attempt))
                .Concat(space.All())
                .FirstOrDefault(IsUsable);
            if (drawn is null)
            {
                return plan.Count > 0 ? plan : throw new TrainException($"none of {Attempts} draws can be trained; the last: {last}");
            }
            plan.Add(drawn);
        }
        return plan;

        bool IsUsable(IReadOnlyList<SweptValue> values)
        {
            if (!looked.Add(Text(values)))
            {
                return false;
            }
            var problem = complaint(values);
            last = problem is null ? last : $"{Text(values)}: {problem}";
            return problem is null;
        }
    }

    /// <summary>Every combination once.</summary>
    /// <exception cref="TrainException">There is a range, or a combination cannot be trained.</exception>
    public static IReadOnlyList<IReadOnlyList<SweptValue>> Grid(SweepSpace space, Func<IReadOnlyList<SweptValue>, string?> complaint)
    {
        if (space.Axes.FirstOrDefault(static axis => axis.Values is null) is { } range)
        {
            string[] list = [range.Edges[0], range.At(0.5), range.Edges[1]];
            throw new TrainException(
                $"a grid has lists: in place of {SettingName.Option(range.Setting)} {range.Text} write "
                + $"{SettingName.Option(range.Setting)} {string.Join(',', list)}, or leave --grid out");
        }
        IReadOnlyList<IReadOnlyList<SweptValue>> plan = [.. space.All()];
        foreach (var values in plan)
        {
            if (complaint(values) is { } problem)
            {
                throw new TrainException($"{Text(values)}: {problem}");
            }
        }
        return plan;
    }

    /// <summary><c>--lr 0.001 --weight-decay 0</c>.</summary>
    public static string Text(IEnumerable<SweptValue> values) =>
        string.Join(' ', values.Select(static value => $"{SettingName.Option(value.Name)} {value.Value}"));
}
