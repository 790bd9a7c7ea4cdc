using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Files;

/// <summary>The models whose files a build is asked to hand over: <c>TrainEject</c>.</summary>
/// <param name="Names">Names as they were given, each with <c>/all</c> behind it or not.</param>
internal sealed record EjectRequest(EquatableArray<string> Names)
{
    /// <summary>Behind a model's name: every file of it, not the loop alone.</summary>
    public const string All = "/all";

    /// <param name="text">Names between blanks, commas or semicolons; null or empty in most builds.</param>
    public static EjectRequest Parse(string? text) =>
        new([.. (text ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Distinct()]);
}
