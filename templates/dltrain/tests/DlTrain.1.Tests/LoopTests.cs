using System.Reflection;

/// <summary>
/// The generated code stays as it was accepted. Where a changed attribute or a newer TrainSdk changed it, compare the
/// <c>.received.cs</c> file with the <c>.verified.cs</c> file in <c>_snapshots</c>, and copy the one over the other to accept it.
/// Commit the verified files.
/// </summary>
public sealed class LoopTests
{
    private static readonly bool IsReadOnly = Environment.GetEnvironmentVariable("CI") == "true";

    public static TheoryData<string> GeneratedFiles =>
        [.. Directory.EnumerateFiles(Folder("ModelFolder", "Generated"), "*.g.cs").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(GeneratedFiles))]
    public void Generated_code_is_as_accepted(string file)
    {
        var generated = File.ReadAllText(Path.Combine(Folder("ModelFolder", "Generated"), file)).ReplaceLineEndings();
        var snapshot = Path.Combine(Folder("SnapshotFolder"), file.Replace(".g.cs", ""));
        var verified = snapshot + ".verified.cs";
        var received = snapshot + ".received.cs";
        if (!File.Exists(verified) && !IsReadOnly)
        {
            Directory.CreateDirectory(Folder("SnapshotFolder"));
            File.WriteAllText(verified, generated);   // the first run accepts what it finds
        }

        var isAsAccepted = File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings() == generated;
        if (!IsReadOnly)
        {
            File.Delete(received);
        }

        if (!isAsAccepted && !IsReadOnly)
        {
            File.WriteAllText(received, generated);
        }

        Assert.True(
            isAsAccepted, $"the generated code is not what {verified} holds; compare it with {received}, and commit the verified file");
    }

    private static string Folder(string name, string inner = "") => Path.Combine(
        typeof(LoopTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!, inner);
}
