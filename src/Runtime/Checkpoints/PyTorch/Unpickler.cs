namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>
/// Reads the values of a pickle as data: numbers, text, lists, tuples, dictionaries and tensors. What Python would do by calling what the
/// file names, is done here by <see cref="PickleGlobals"/> or refused. Throws <see cref="FormatException"/> with the cause.
/// </summary>
internal sealed class Unpickler
{
    private readonly PickleInput _input;
    private readonly PickleStack _stack = new();
    private readonly Dictionary<long, object?> _memo = [];

    private Unpickler(PickleInput input) => _input = input;

    /// <summary>
    /// The value of a pickle: <see cref="PickleDict"/>, <see cref="List{T}"/>, an array for a tuple, <see cref="PtTensor"/>,
    /// <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or null.
    /// </summary>
    public static object? Read(byte[] pickle) => new Unpickler(new PickleInput(pickle)).Run();

    private object? Run()
    {
        while (true)
        {
            var code = (PickleCode)_input.Byte();
            if (code == PickleCode.Stop)
            {
                return _stack.Pop();
            }
            if (!ReadNumber(code) && !ReadText(code) && !UseMemo(code) && !MakeTuple(code) && !FillContainer(code) && !UseName(code))
            {
                throw new FormatException($"its pickle has the instruction 0x{(byte)code:x2}, which plain data do not need");
            }
        }
    }

    private bool ReadNumber(PickleCode code) => code switch
    {
        PickleCode.None => Push(null),
        PickleCode.True => Push(true),
        PickleCode.False => Push(false),
        PickleCode.BinInt => Push((long)_input.Int32()),
        PickleCode.BinInt1 => Push((long)_input.Byte()),
        PickleCode.BinInt2 => Push((long)_input.UInt16()),
        PickleCode.Long1 => Push(_input.Long(_input.Byte())),
        PickleCode.BinFloat => Push(_input.Double()),
        _ => false,
    };

    private bool ReadText(PickleCode code) => code switch
    {
        PickleCode.BinUnicode => Push(_input.Text(_input.UInt32())),
        PickleCode.ShortBinUnicode => Push(_input.Text(_input.Byte())),
        PickleCode.BinUnicode8 => Push(_input.Text(_input.UInt64())),
        _ => false,
    };

    private bool UseMemo(PickleCode code) => code switch
    {
        PickleCode.BinPut => Remember(_input.Byte()),
        PickleCode.LongBinPut => Remember(_input.UInt32()),
        PickleCode.Memoize => Remember(_memo.Count),
        PickleCode.BinGet => Push(Recall(_input.Byte())),
        PickleCode.LongBinGet => Push(Recall(_input.UInt32())),
        _ => false,
    };

    private bool MakeTuple(PickleCode code) => code switch
    {
        PickleCode.EmptyTuple => Push(Array.Empty<object?>()),
        PickleCode.Tuple => Push(_stack.PopToMark()),
        PickleCode.Tuple1 => Push(_stack.Pop(1)),
        PickleCode.Tuple2 => Push(_stack.Pop(2)),
        PickleCode.Tuple3 => Push(_stack.Pop(3)),
        _ => false,
    };

    private bool FillContainer(PickleCode code)
    {
        switch (code)
        {
            case PickleCode.Mark:
                _stack.Mark();
                return true;
            case PickleCode.EmptyList:
                return Push(new List<object?>());
            case PickleCode.EmptyDict:
                return Push(new PickleDict());
            case PickleCode.Append:
                return Extend(_stack.Pop(1));
            case PickleCode.Appends:
                return Extend(_stack.PopToMark());
            case PickleCode.SetItem:
                return Enter(_stack.Pop(2));
            case PickleCode.SetItems:
                return Enter(_stack.PopToMark());
            default:
                return false;
        }
    }

    private bool UseName(PickleCode code)
    {
        switch (code)
        {
            case PickleCode.Protocol:
                return _input.Byte() <= 5 ? true : throw new FormatException("its pickle is of a later protocol than 5");
            case PickleCode.Frame:
                return _input.UInt64() >= 0;
            case PickleCode.Global:
                return Push(PickleGlobals.Find(_input.Line(), _input.Line()));
            case PickleCode.Instance:
                throw new FormatException($"its pickle makes a {PickleGlobals.Find(_input.Line(), _input.Line()).Name} in an outdated way");
            case PickleCode.StackGlobal:
                return Push(_stack.Pop(2) is [string module, string name]
                    ? PickleGlobals.Find(module, name)
                    : throw new FormatException("its pickle asks for something whose name is not text"));
            case PickleCode.BinPersistentId:
                return Push(PickleGlobals.StorageOf(_stack.Pop()));
            case PickleCode.Reduce:
                return Push(_stack.Pop(2) is [PickleGlobal function, object?[] arguments]
                    ? PickleGlobals.Call(function, arguments)
                    : throw new FormatException("its pickle calls something that is no function"));
            case PickleCode.Build:
                return SkipAttributes();
            default:
                return false;
        }
    }

    // Attributes of a state dict are the versions of its modules, which say nothing about the weights.
    private bool SkipAttributes()
    {
        _stack.Pop();
        return _stack.Peek() is PickleDict
            ? true
            : throw new FormatException("its pickle sets attributes of something other than a dictionary");
    }

    private bool Extend(object?[] items)
    {
        if (_stack.Peek() is not List<object?> list)
        {
            throw new FormatException("its pickle appends to something that is no list");
        }
        list.AddRange(items);
        return true;
    }

    private bool Enter(object?[] items)
    {
        if (_stack.Peek() is not PickleDict dictionary || items.Length % 2 != 0)
        {
            throw new FormatException("its pickle makes entries in something that is no dictionary");
        }
        for (var at = 0; at < items.Length; at += 2)
        {
            dictionary.Entries.Add((items[at], items[at + 1]));
        }
        return true;
    }

    private bool Push(object? value)
    {
        _stack.Push(value);
        return true;
    }

    private bool Remember(long place)
    {
        _memo[place] = _stack.Peek();
        return _memo.Count <= PickleStack.MostValues ? true : throw PickleStack.TooMany();
    }

    private object? Recall(long place) =>
        _memo.TryGetValue(place, out var value) ? value : throw new FormatException("its pickle uses a value before it has it");
}
