using System.Collections;
using System.Globalization;
using TrainSdk.Metrics;
using TrainSdk.Settings;

namespace TrainSdk.Recording.Sinks;

/// <summary>A line of a log: a few words, then names and values, which structured loggers take one by one.</summary>
/// <param name="words">What it is about.</param>
internal sealed class LogLine(string words) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _values = [];

    public int Count => _values.Count;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    /// <summary>Adds a value; null is left out.</summary>
    public LogLine Add(string name, object? value)
    {
        if (value is not null)
        {
            _values.Add(new(name, value));
        }
        return this;
    }

    /// <summary>Adds a split's loss and metrics, the split's name before theirs; a split that is not there is left out.</summary>
    public LogLine Add(string split, Evaluation evaluation)
    {
        if (!evaluation.Equals(Evaluation.None))
        {
            Add($"{split}_{Evaluation.LossName}", evaluation.Loss);
            foreach (var metric in evaluation.Metrics)
            {
                Add($"{split}_{metric.Name}", metric.Value);
            }
        }
        return this;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The line as text: <c>epoch ended: epoch 3 step 54 train_loss 0.42</c>.</summary>
    public override string ToString() =>
        string.Join(' ', _values.Select(static value => $"{value.Key} {Text(value.Value)}").Prepend(words));

    private static string Text(object? value) => value is double number
        ? HumanNumber.Format(number)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
