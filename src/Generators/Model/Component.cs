namespace TrainSdk.Generators.Model;

/// <summary>A field or auto-property that may hold a layer, a parameter or a buffer.</summary>
/// <param name="Name">Name under which it is registered, and the first part of its weights' names.</param>
/// <param name="Member">The member to read.</param>
internal sealed record Component(string Name, string Member);
