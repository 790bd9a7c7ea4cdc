namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3004.</summary>
public sealed class AutoPropertyKeyTests
{
    private const string Register = """ public Net() : base("net") => RegisterComponents();""";

    [Theory]
    [InlineData("public Linear Fc { get; } = Linear(4, 3);" + Register, "<Fc>k__BackingField.…")]
    [InlineData("public Linear Fc { get; set; } = Linear(4, 3);" + Register, "<Fc>k__BackingField.…")]
    [InlineData("private Parameter Fc { get; init; } = new(zeros(3));" + Register, "'<Fc>k__BackingField'")]
    [InlineData("[Obsolete] public Linear Fc { get; } = Linear(4, 3);" + Register, "Name = \"fc\"")]
    public async Task A_layer_in_an_auto_property(string members, params string[] words) =>
        await TrapRun.Only("TRAIN3004", "Fc", TrapRun.Net(members), words);

    [Theory]
    [InlineData("[field: TorchSharp.Utils.ComponentName(Name = \"fc\")] public Linear Fc { get; } = Linear(4, 3);" + Register)]
    [InlineData("private readonly Linear _fc = Linear(4, 3); public Linear Fc => _fc;" + Register)]
    [InlineData("public Tensor? LastOutput { get; private set; }" + Register)]
    [InlineData("public static Linear Fc { get; } = Linear(4, 3);" + Register)]
    [InlineData("public int Width { get; } = 3;" + Register)]
    public async Task Healthy_classes(string members) => await TrapRun.Nothing(TrapRun.Net(members));

    [Fact]
    public async Task Generated_registration_knows_layers_by_their_property() =>
        await TrapRun.Nothing(TrapRun.Net("public Linear Fc { get; } = Linear(4, 3);" + Register, "[Hyperparams]"));

    [Fact]
    public async Task Parameters_keep_the_compilers_name_there() =>
        await TrapRun.Only("TRAIN3004", "Fc", TrapRun.Net("public Parameter Fc { get; } = new(zeros(3));" + Register, "[Hyperparams]"));
}
