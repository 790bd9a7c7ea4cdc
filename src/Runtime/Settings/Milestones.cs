namespace TrainSdk.Settings;

/// <summary>Points of a run, in rising order: <c>30,60,80</c> epochs, <c>500steps,800steps</c> or <c>50%,75%</c> of the run.</summary>
public sealed class Milestones : IEquatable<Milestones>
{
    private const char Separator = ',';

    /// <summary>The points, counted from the start of the run.</summary>
    public Milestones(params Duration[] points) => Points = points;

    /// <summary>The points, as they were given.</summary>
    public IReadOnlyList<Duration> Points { get; }

    /// <summary>Starts of epochs.</summary>
    public static Milestones AtEpochs(params double[] epochs) => new([.. epochs.Select(Duration.Epochs)]);

    /// <summary>How many points lie at or before a step.</summary>
    /// <param name="step">Optimizer step from 0; a step after the end counts as the end.</param>
    /// <param name="stepsPerEpoch">Optimizer steps in one epoch.</param>
    /// <param name="totalSteps">Optimizer steps of the whole run.</param>
    public int Passed(long step, long stepsPerEpoch, long totalSteps)
    {
        var passed = 0;
        for (var at = 0; at < Points.Count; at++)
        {
            passed += Points[at].ToSteps(stepsPerEpoch, totalSteps) <= Math.Min(step, totalSteps) ? 1 : 0;
        }
        return passed;
    }

    /// <summary>Reads points with commas between them; false where one of them is no length.</summary>
    public static bool TryParse(string text, out Milestones milestones)
    {
        var points = new List<Duration>();
        foreach (var part in text.Split(Separator))
        {
            if (!Duration.TryParse(part, out var point))
            {
                milestones = new Milestones();
                return false;
            }
            points.Add(point);
        }
        milestones = new Milestones([.. points]);
        return true;
    }

    /// <summary>The text that <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => string.Join(Separator.ToString(), Points);

    /// <inheritdoc/>
    public bool Equals(Milestones? other) => other is not null && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Milestones);

    /// <inheritdoc/>
    public override int GetHashCode() => Points.Aggregate(17, static (hash, point) => (hash * 31) + point.GetHashCode());
}
