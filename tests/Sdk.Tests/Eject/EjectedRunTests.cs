using System.Buffers.Binary;
using TrainSdk.Sdk.Tests.Sandbox;
using TrainSdk.Sdk.Tests.Templates;

namespace TrainSdk.Sdk.Tests.Eject;

/// <summary>An ejected loop trains to the same weights, and what its owner writes into it is done.</summary>
[Collection(PackagesCollection.Name)]
public sealed class EjectedRunTests(PackedFeed feed)
{
    private const string Own = "MyModel.Training.cs";

    [Fact]
    public void The_weights_are_the_same_to_the_last_bit()
    {
        var project = feed.NewProject("MyModel", "--task", "tabular");
        Train(project, "generated");

        project.Dotnet("build", "-p:TrainEject=MyModel").MustBeClean();
        Train(project, "ejected");
        Assert.Equal(Weights(project, "generated"), Weights(project, "ejected"));

        var loop = project.Read(Own);
        Assert.Contains("                model.train();\n", loop);
        project.Write(Own, loop.Replace("model.train();\n", "model.train();\n                Console.WriteLine($\"mine {epoch}\");\n"));
        Assert.Contains("mine 1", Train(project, "edited").Output);
        Assert.Equal(Weights(project, "generated"), Weights(project, "edited"));

        File.Delete(project[Own]);
        Assert.DoesNotContain("mine", Train(project, "back").Output);
    }

    private static CommandResult Train(SandboxFolder project, string run) =>
        project.Dotnet("run", "--", "--epochs", "2", "--seed", "3", "--threads", "1", "--run-dir", run).MustExit(0);

    // What follows the header, which tells when and where the run was.
    private static byte[] Weights(SandboxFolder project, string run)
    {
        var file = File.ReadAllBytes(project[$"{run}/checkpoints/best.safetensors"]);
        var weights = file[(sizeof(long) + (int)BinaryPrimitives.ReadInt64LittleEndian(file))..];
        Assert.NotEmpty(weights);
        return weights;
    }
}
