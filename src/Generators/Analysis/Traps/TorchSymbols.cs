using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>TorchSharp's types, found once per compilation.</summary>
internal sealed class TorchSymbols
{
    private readonly ConcurrentDictionary<(ITypeSymbol Type, INamedTypeSymbol From), bool> _derivations = new();
    private readonly INamedTypeSymbol _module;
    private readonly INamedTypeSymbol _tensor;
    private readonly INamedTypeSymbol? _parameter;
    private readonly INamedTypeSymbol? _optimizer;
    private readonly INamedTypeSymbol? _disposeScope;

    private TorchSymbols(INamedTypeSymbol module, INamedTypeSymbol tensor, Compilation compilation)
    {
        _module = module;
        _tensor = tensor;
        _parameter = compilation.GetTypeByMetadataName("TorchSharp.Modules.Parameter");
        _optimizer = compilation.GetTypeByMetadataName("TorchSharp.torch+optim+Optimizer");
        _disposeScope = compilation.GetTypeByMetadataName("TorchSharp.DisposeScope");
    }

    /// <summary>The types; null where TorchSharp is not referenced.</summary>
    public static TorchSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module") is { } module
        && compilation.GetTypeByMetadataName("TorchSharp.torch+Tensor") is { } tensor
            ? new TorchSymbols(module, tensor, compilation)
            : null;

    /// <summary>Whether the type is a module.</summary>
    public bool IsModule(ITypeSymbol? type) => Derives(type, _module);

    /// <summary>Whether the type is a tensor; parameters are tensors.</summary>
    public bool IsTensor(ITypeSymbol? type) => Derives(type, _tensor);

    /// <summary>Whether the type is a parameter.</summary>
    public bool IsParameter(ITypeSymbol? type) => Derives(type, _parameter);

    /// <summary>Whether the type is an optimizer.</summary>
    public bool IsOptimizer(ITypeSymbol? type) => Derives(type, _optimizer);

    /// <summary>Whether the type is a dispose scope.</summary>
    public bool IsDisposeScope(ITypeSymbol? type) => Derives(type, _disposeScope);

    /// <summary>Whether training changes what the type holds: a module or a parameter.</summary>
    public bool IsTrained(ITypeSymbol? type) => IsModule(type) || IsParameter(type);

    /// <summary>Whether TorchSharp itself declares the symbol.</summary>
    public bool Declares(ISymbol? symbol) =>
        symbol is not null && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _module.ContainingAssembly);

    /// <summary>Whether the call is of a method of that name that a tensor has, as a member or as an extension of TorchSharp.</summary>
    public bool IsTensorCall(IInvocationOperation call, string name) =>
        call.TargetMethod.Name == name && Declares(call.TargetMethod) && IsTensor(Operations.ReceiverOf(call)?.Type);

    /// <summary>Whether the call is of a method of that name that a module has, as a member or as an extension of TorchSharp.</summary>
    public bool IsModuleCall(IInvocationOperation call, string name) =>
        call.TargetMethod.Name == name && IsModule(Operations.ReceiverOf(call)?.Type);

    private bool Derives(ITypeSymbol? type, INamedTypeSymbol? from) =>
        type is not null && from is not null && _derivations.GetOrAdd((type, from), pair => IsOrDerives(pair.Type, pair.From));

    private bool IsOrDerives(ITypeSymbol type, INamedTypeSymbol from)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Any(constraint => Derives(constraint, from));
        }
        return TorchNames.SelfAndBases(type).Any(declaring => SymbolEqualityComparer.Default.Equals(declaring, from));
    }
}
