namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>The values that a pickle works on, with the marks that begin its groups. No value below the last mark can be reached.</summary>
internal sealed class PickleStack
{
    /// <summary>A description of a hundred thousand tensors pushes some four million values; each costs memory of its own.</summary>
    public const int MostValues = 10_000_000;

    private readonly List<object?> _values = [];
    private readonly Stack<int> _marks = [];
    private int _pushed;

    private int Floor => _marks.Count > 0 ? _marks.Peek() : 0;

    public void Push(object? value)
    {
        if (++_pushed > MostValues)
        {
            throw TooMany();
        }
        _values.Add(value);
    }

    public void Mark() => _marks.Push(_values.Count);

    public object? Peek() => _values.Count > Floor ? _values[^1] : throw Missing();

    public object? Pop() => Pop(1)[0];

    /// <summary>The last values, in the order in which they were pushed.</summary>
    public object?[] Pop(int count)
    {
        if (count > _values.Count - Floor)
        {
            throw Missing();
        }
        var start = _values.Count - count;
        var popped = _values.GetRange(start, count).ToArray();
        _values.RemoveRange(start, count);
        return popped;
    }

    /// <summary>The values since the last mark, which goes away too.</summary>
    public object?[] PopToMark()
    {
        if (_marks.Count == 0)
        {
            throw new FormatException("its pickle ends a group that it has not begun");
        }
        var popped = Pop(_values.Count - Floor);
        _marks.Pop();
        return popped;
    }

    /// <summary>What a pickle of too many values is refused with.</summary>
    public static FormatException TooMany() =>
        new($"its pickle makes more than {MostValues} values, more than a description of tensors takes");

    private static FormatException Missing() => new("its pickle uses a value that is not there");
}
