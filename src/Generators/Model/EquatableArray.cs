namespace TrainSdk.Generators.Model;

/// <summary>Makes equatable arrays from collection expressions.</summary>
internal static class EquatableArray
{
    public static EquatableArray<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
