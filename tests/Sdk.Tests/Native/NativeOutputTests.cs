using System.Globalization;
using System.Security.Cryptography;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Native;

/// <summary>Which native files an output holds, how they got there, and that the NuGet cache stays as it was.</summary>
[Collection(PackagesCollection.Name)]
public sealed class NativeOutputTests(PackedFeed feed, ModelSolution solution) : IClassFixture<ModelSolution>
{
    private const string Native = "Web/bin/Debug/net10.0/runtimes/linux-x64/native/";
    private static readonly string[] Needed =
        ["libLibTorchSharp.so", "libSkiaSharp.so", "libc10.so", "libgomp-98b21ff3.so.1", "libtorch.so", "libtorch_cpu.so"];

    private readonly SandboxFolder _folder = solution.Folder;

    [LinuxFact]
    public void An_output_holds_what_one_platform_needs_and_deps_json_names_no_more()
    {
        Build();

        Assert.Equal(Needed, solution.Natives("Web/bin/Debug"));
        var listed = _folder.Read("Web/bin/Debug/net10.0/Web.deps.json").Split('"')
            .Where(text => text.StartsWith("runtimes/", StringComparison.Ordinal));
        Assert.Equal(Needed.Select(name => "runtimes/linux-x64/native/" + name), listed.Order(StringComparer.Ordinal));
    }

    [LinuxFact]
    public void Everything_is_kept_and_copied_on_request()
    {
        _folder.Dotnet("build", "Web", "-o", "out/all", "-v", "q", "-p:TrainKeepAllNatives=true", "-p:TrainLinkNatives=false")
            .MustBeClean();

        Assert.Contains("libtorch_python.so", solution.Natives("out/all"));
        Assert.True(_folder.Has("out/all/runtimes/win-x64/native/LibTorchSharp.dll"));
        Assert.Equal(1, LinkCount("out/all/runtimes/linux-x64/native/libtorch_cpu.so"));
    }

    [LinuxFact]
    public void A_build_links_and_whatever_happens_to_the_links_the_cache_is_untouched()
    {
        var package = Path.Combine(feed.MachinePackages, "libtorch-cpu-linux-x64/2.10.0/runtimes/linux-x64/native/libc10.so");
        var before = Fingerprint(package);

        Build();
        Assert.True(LinkCount(Native + "libtorch_cpu.so") > 1);
        Assert.Equal(1, LinkCount(Native + "libLibTorchSharp.so"));

        File.SetAttributes(_folder[Native + "libc10.so"], FileAttributes.Normal);
        File.AppendAllText(_folder[Native + "libc10.so"], "edited");
        Build();
        Assert.Equal(new FileInfo(package).Length, new FileInfo(_folder[Native + "libc10.so"]).Length);

        _folder.Dotnet("clean", "Web", "-v", "q").MustExit(0);
        Assert.Empty(solution.Natives("Web/bin/Debug"));
        Assert.Equal(before, Fingerprint(package));
    }

    [LinuxFact]
    public void A_second_build_writes_no_native_file()
    {
        Build();
        var before = Times();

        Build();

        Assert.Equal(before, Times());
    }

    private static (string Content, DateTime Written, FileAttributes Attributes) Fingerprint(string file)
        => (Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))), File.GetLastWriteTimeUtc(file), File.GetAttributes(file));

    private void Build() => _folder.Dotnet("build", "Web", "-v", "q").MustBeClean();

    // the time of the last change of the file's node, which a link or a copy made anew would move
    private string Times() => string.Join('|', Needed.Select(name => Stat("%Z", Native + name)));

    private int LinkCount(string file) => int.Parse(Stat("%h", file), CultureInfo.InvariantCulture);

    private string Stat(string format, string file) => _folder.Run("stat", "-c", format, file).MustExit(0).Output.Trim();
}
