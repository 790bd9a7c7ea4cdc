using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Code of one member of a module class.</summary>
/// <param name="Member">The method, or the field or property that is initialised.</param>
/// <param name="Code">What it does.</param>
internal sealed record ModuleBody(ISymbol Member, IOperation Code)
{
    private readonly Lazy<IReadOnlyList<IOperation>> _operations = new(() => [.. Code.DescendantsAndSelf()]);
    private readonly Lazy<IReadOnlyList<IOperation>> _direct = new(() => Operations.Within(Code));

    /// <summary>All operations of the code.</summary>
    public IReadOnlyList<IOperation> All => _operations.Value;

    /// <summary>Those that run when the member runs: not those of lambdas and local functions.</summary>
    public IReadOnlyList<IOperation> Direct => _direct.Value;
}
