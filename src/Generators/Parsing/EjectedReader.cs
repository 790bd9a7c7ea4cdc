using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Files;
using TrainSdk.Generators.Model;
using TrainSdk.Training;

namespace TrainSdk.Generators.Parsing;

/// <summary>Reads which of a model's files its own source holds: those that were ejected.</summary>
internal static class EjectedReader
{
    private const string Nested = "Training";
    private const int ParametersWithPrecision = 5;

    /// <summary>The mark of an ejected loop; null where the loop is generated.</summary>
    public static AttributeData? MarkOf(INamedTypeSymbol type) => type.GetTypeMembers(Nested)
        .SelectMany(static nested => nested.GetAttributes())
        .FirstOrDefault(static data => AttributeReader.NameOf(data) == typeof(TrainingLoopAttribute).FullName);

    public static EjectedLoop? Read(INamedTypeSymbol type)
    {
        if (MarkOf(type) is not { } mark)
        {
            return null;
        }
        var arguments = mark.ConstructorArguments;
        var version = arguments.Length > 0 && arguments[0].Kind == TypedConstantKind.Primitive ? arguments[0].Value as string : null;
        var from = From(arguments.Skip(1).FirstOrDefault());
        return new EjectedLoop(version ?? "", from, EvaluatesInPrecision(type), Has(type, "Augmentations"), [.. Topics(type)])
        {
            LossTakes = BatchOfLoss(type),
        };
    }

    /// <summary>Whether a member with the name of a generated one takes its place.</summary>
    public static bool Replaces(INamedTypeSymbol type, string member) =>
        MarkOf(type) is not null && Topics(type).Contains(TopicOf(member));

    private static string TopicOf(string member) => member switch
    {
        "Train" or "Load" => MembersFile.Topic,
        "RunCommandLine" => CommandLineFile.Topic,
        "Hyperparameters" => HyperparametersFile.Topic,
        _ => TrainingFile.Topic,
    };

    // A file was ejected where the class has what is the heart of it.
    private static IEnumerable<string> Topics(INamedTypeSymbol type)
    {
        yield return TrainingFile.Topic;
        if (type.GetTypeMembers("Hyperparameters").Any(Written.ByHand))
        {
            yield return HyperparametersFile.Topic;
        }
        if (Has(type, "Lr"))
        {
            yield return ScheduleFile.Topic;
        }
        if (Has(type, "Description"))
        {
            yield return MembersFile.Topic;
        }
        if (Has(type, "SettingsTable"))
        {
            yield return CommandLineFile.Topic;
        }
        if (Hooks.All.SelectMany(hook => type.GetMembers(hook.Name)).OfType<IMethodSymbol>().Any(IsDeclaration))
        {
            yield return HooksFile.Topic;
        }
    }

    private static bool IsDeclaration(IMethodSymbol hook) => hook.IsPartialDefinition && Written.ByHand(hook);

    private static bool Has(INamedTypeSymbol type, string member) =>
        type.GetTypeMembers(Nested).Any(nested => nested.GetMembers(member).Any(Written.ByHand));

    private static bool EvaluatesInPrecision(INamedTypeSymbol type) => type.GetTypeMembers(Nested)
        .SelectMany(static nested => nested.GetMembers("Evaluate").OfType<IMethodSymbol>())
        .Any(static method => method.Parameters.Length == ParametersWithPrecision);

    private static string BatchOfLoss(INamedTypeSymbol type) => type.GetTypeMembers(Nested)
        .SelectMany(static nested => nested.GetMembers("BatchLoss").OfType<IMethodSymbol>())
        .Select(static loss => loss.Parameters.ElementAtOrDefault(1)?.Type.Name)
        .FirstOrDefault() ?? "";

    private static EquatableArray<string> From(TypedConstant given) => given.Kind == TypedConstantKind.Array && !given.IsNull
        ? [.. given.Values.Select(static item => item.Value).OfType<string>()]
        : [];
}
