using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>What a method was called with, where it is read as a part of its caller.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<ISymbol, IOperation> _values = new(SymbolEqualityComparer.Default);
    private readonly Arguments? _caller;

    private Arguments(Arguments? caller) => _caller = caller;

    /// <summary>Those of a method that nobody was seen to call.</summary>
    public static Arguments None { get; } = new(null);

    /// <summary>How many calls lead here.</summary>
    public int Depth => _caller is null ? 0 : _caller.Depth + 1;

    /// <summary>Those of a call that stands in a method with these.</summary>
    public Arguments Of(IInvocationOperation call)
    {
        var inner = new Arguments(this);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                inner._values[parameter.OriginalDefinition] = argument.Value;
            }
        }
        return inner;
    }

    /// <summary>What a parameter is given, and the arguments that hold where that is written; null where it is not known.</summary>
    public (IOperation Value, Arguments Caller)? ValueOf(IParameterSymbol parameter) =>
        _values.TryGetValue(parameter, out var value) ? (value, _caller!) : null;

    /// <summary>A constant; null where it is not known before the program runs.</summary>
    public object? Constant(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => constant,
        IConversionOperation conversion => Constant(conversion.Operand),
        IParameterReferenceOperation reference when ValueOf(reference.Parameter) is { } given => given.Caller.Constant(given.Value),
        ITupleOperation { Elements: { Length: > 0 } elements }
            when Constant(elements[0]) is { } first && elements.All(element => Equals(Constant(element), first)) => first,
        _ => null,
    };
}
