using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>Which of TorchSharp's functions a call is about.</summary>
internal static class TorchCalls
{
    private const string Root = "torch";
    private const string Space = "TorchSharp";

    /// <summary>Whether it makes a module: <c>nn.Conv2d(…)</c>.</summary>
    public static bool IsFactory(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: true, ContainingType: { Name: "nn" } factory } method
        && IsTorch(factory) && IsTorchModule(method.ReturnType);

    /// <summary>Whether it is a function of torch, or a method of a tensor.</summary>
    public static bool IsFunction(IInvocationOperation call) => IsTorch(call.TargetMethod.ContainingType);

    /// <summary>Whether it runs a module: <c>layer.call(x)</c>.</summary>
    public static bool IsModuleCall(IInvocationOperation call) =>
        call is { Instance.Type: { } type, TargetMethod.Name: "call" or "forward" } && IsModule(type);

    /// <summary>Whether the type is a module of TorchSharp's own, such as <c>Conv2d</c>.</summary>
    public static bool IsTorchModule(ITypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "Modules", ContainingNamespace: { Name: Space, ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the type derives from <c>nn.Module</c>.</summary>
    public static bool IsModule(ITypeSymbol? type) => TorchNames.SelfAndBases(type).Any(TorchNames.IsModule);

    private static bool IsTorch(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type is { Name: Root, ContainingType: null, ContainingNamespace.Name: Space })
            {
                return true;
            }
        }
        return false;
    }
}
