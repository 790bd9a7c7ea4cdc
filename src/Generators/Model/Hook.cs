namespace TrainSdk.Generators.Model;

/// <summary>A partial method that a model class may implement.</summary>
/// <param name="Name">Name of the method.</param>
/// <param name="Type">Type of what it is given, by <c>in</c>; <c>{0}</c> stands for the model class.</param>
/// <param name="Parameter">Name of its parameter.</param>
/// <param name="When">When it is called.</param>
/// <param name="Given">What its parameter holds.</param>
internal sealed record Hook(string Name, string Type, string Parameter, string When, string Given)
{
    /// <summary>Name of the type without its arguments.</summary>
    public string TypeName => Type.Split('<')[0];

    /// <summary>How a model class writes it.</summary>
    public string SignatureIn(string model) => $"partial void {Name}(in {Type.Replace("{0}", model)} {Parameter})";
}
