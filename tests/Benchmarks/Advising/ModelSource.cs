namespace TrainSdk.Benchmarks.Advising;

/// <summary>A model class as a user has it in a file: its attributes and its body.</summary>
/// <param name="Text">The file.</param>
internal sealed record ModelSource(string Text)
{
    /// <summary>What every class here is called, as in the templates.</summary>
    public const string ClassName = "ModelClass";

    /// <param name="attributes">Lines in brackets.</param>
    /// <param name="body">What stands between the class's braces.</param>
    public static ModelSource Of(string attributes, string body) => new($$"""
        {{attributes}}
        public sealed partial class {{ClassName}} : Module<Tensor, Tensor>
        {
            {{body}}
        }
        """);

    /// <summary>The class that <c>dotnet new dltrain</c> writes for a task.</summary>
    public static ModelSource OfTemplate(string task) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Templates", task, $"{ClassName}.cs")));
}
