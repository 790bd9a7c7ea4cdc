using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>Reads which layers a module is made of. What is not sure is opaque.</summary>
internal sealed class ModuleReader(ClassCode code)
{
    private const int Deepest = 8;

    /// <summary>The layers in their order: one, or those of a sequence.</summary>
    public IReadOnlyList<Layer> Read(IOperation module, Arguments arguments, int depth = 0)
    {
        if (depth > Deepest || arguments.Depth > Deepest)
        {
            return [ByType(module)];
        }
        switch (Plain(module))
        {
            case IInvocationOperation factory when TorchCalls.IsFactory(factory):
                return factory.TargetMethod.ReturnType.Name == "Sequential"
                    ? [.. factory.Arguments.SelectMany(argument => Items(argument.Value, arguments, depth + 1))]
                    : [Made(factory, arguments)];
            case IInvocationOperation call when ReturnedBy(call.TargetMethod) is { } returned:
                return Read(returned, arguments.Of(call), depth + 1);
            case IParameterReferenceOperation { Parameter: var parameter } when arguments.ValueOf(parameter) is { } given:
                return Read(given.Value, given.Caller, depth + 1);
            case ILocalReferenceOperation { Local: var local } when code.ValueOf(local) is { } value:
                return Read(value, arguments, depth + 1);
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation } field when code.ValueOf(field.Member) is { } value:
                return Read(value, Arguments.None, depth + 1);
            default:
                return [ByType(module)];
        }
    }

    /// <summary>Whether the module is a sequence, whose layers stand in a list.</summary>
    public static bool IsSequence(IOperation module) => Plain(module).Type?.Name == "Sequential";

    private IEnumerable<Layer> Items(IOperation item, Arguments arguments, int depth) => Plain(item) switch
    {
        IArrayCreationOperation { Initializer: { } list } => list.ElementValues.SelectMany(value => Items(value, arguments, depth)),
        ICollectionExpressionOperation list => list.Elements.SelectMany(value => Items(value, arguments, depth)),
        ITupleOperation { Elements: { Length: 2 } named } => Items(named[1], arguments, depth),
        var module when TorchCalls.IsModule(module.Type) => Read(module, arguments, depth),
        var unknown => [new Layer(LayerKind.Opaque, unknown.Syntax.GetLocation())],
    };

    private static Layer Made(IInvocationOperation factory, Arguments arguments)
    {
        var name = factory.TargetMethod.ReturnType.Name;
        var isTransposed = name.StartsWith("ConvTranspose", StringComparison.Ordinal);
        return new Layer(LayerKinds.OfModule(name), factory.Syntax.GetLocation())
        {
            HasBias = Argument("bias") is { } bias ? arguments.Constant(bias.Value) as bool? : null,
            Kernel = Whole("kernel_size"),
            Stride = isTransposed ? null : Argument("stride") is { ArgumentKind: ArgumentKind.DefaultValue } ? 1 : Whole("stride"),
        };

        IArgumentOperation? Argument(string parameter) =>
            factory.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);

        long? Whole(string parameter) => Argument(parameter) is { } argument
            ? arguments.Constant(argument.Value) switch { long size => size, int size => size, _ => null }
            : null;
    }

    private static Layer ByType(IOperation module) => new(
        TorchCalls.IsTorchModule(Plain(module).Type) ? LayerKinds.OfModule(Plain(module).Type!.Name) : LayerKind.Opaque,
        module.Syntax.GetLocation());

    // A method that does nothing but return a module.
    private IOperation? ReturnedBy(IMethodSymbol method) =>
        code.BodyOf(method) is IBlockOperation { Operations: { Length: 1 } only } ? (only[0] as IReturnOperation)?.ReturnedValue : null;

    private static IOperation Plain(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }
        return operation;
    }
}
