using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Code of one member of a module class.</summary>
/// <param name="Member">The method, or the field or property that is initialised.</param>
/// <param name="Code">What it does.</param>
internal sealed record ModuleBody(ISymbol Member, IOperation Code);
