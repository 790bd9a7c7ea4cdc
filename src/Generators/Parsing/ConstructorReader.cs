using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;
using TrainSdk.Rules;

namespace TrainSdk.Generators.Parsing;

/// <summary>Chooses the constructor that the settings call, and reads its optional parameters.</summary>
internal static class ConstructorReader
{
    private static readonly string[] MembersOfRecords =
    [
        "Hyperparameters", "EqualityContract", "PrintMembers", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone",
        "ReferenceEquals", "Finalize", "Clone",
    ];

    /// <summary>
    /// The constructor with the most parameters among those that need no argument and take supported types alone; null for none.
    /// </summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(static constructor => constructor.Parameters.All(static parameter => ParameterReader.Read(parameter, "") is not null))
        .OrderByDescending(static constructor => constructor.Parameters.Length)
        .FirstOrDefault();

    /// <summary>The constructor's values; parameters whose names are taken keep their defaults.</summary>
    public static IEnumerable<ConstructorValue> Read(
        IMethodSymbol constructor, IReadOnlyCollection<string> takenNames, CancellationToken cancel)
    {
        var comments = ParameterComments.Of(constructor, cancel);
        var taken = new HashSet<string>(takenNames, StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in constructor.Parameters)
        {
            comments.TryGetValue(parameter.Name, out var help);
            if (ParameterReader.Read(parameter, help ?? "") is { } value && IsFree(value.Setting.Name) && taken.Add(value.Setting.Name))
            {
                yield return value;
            }
        }
    }

    /// <summary>Whether a record can have a property of that name, and the command line an option.</summary>
    public static bool IsFree(string property) =>
        !MembersOfRecords.Contains(property) && !ReservedNames.All.Contains(property, StringComparer.OrdinalIgnoreCase);

    /// <summary>The property that a parameter becomes.</summary>
    public static string PropertyOf(IParameterSymbol parameter) => Identifier.Pascal(parameter.Name);
}
