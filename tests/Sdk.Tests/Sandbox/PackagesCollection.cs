namespace TrainSdk.Sdk.Tests.Sandbox;

/// <summary>
/// Tests that use the packed packages: <c>[Collection(PackagesCollection.Name)]</c> and a <see cref="PackedFeed"/> in the constructor.
/// </summary>
[CollectionDefinition(Name)]
public sealed class PackagesCollection : ICollectionFixture<PackedFeed>
{
    public const string Name = "packages";
}
