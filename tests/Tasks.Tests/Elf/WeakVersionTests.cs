using TrainSdk.Tasks.Elf;
using TrainSdk.Tasks.Tests.Support;

namespace TrainSdk.Tasks.Tests.Elf;

/// <summary>The repair itself: which byte changes, and when none does.</summary>
public sealed class WeakVersionTests
{
    [Fact]
    public void One_flag_of_TorchSharps_library_changes_and_nothing_else()
    {
        var original = TorchSharpLibrary.Bytes();
        var repaired = TorchSharpLibrary.Bytes();

        Assert.Equal(WeakVersionResult.Patched, WeakVersion.Mark(repaired, TorchSharpLibrary.NewVersion));

        var changed = Assert.Single(Enumerable.Range(0, original.Length), i => original[i] != repaired[i]);
        Assert.Equal((0, 2), (original[changed], repaired[changed]));
    }

    [Fact]
    public void A_repaired_library_is_left_alone()
    {
        var library = TorchSharpLibrary.Bytes();
        WeakVersion.Mark(library, TorchSharpLibrary.NewVersion);
        var once = library.ToArray();

        Assert.Equal(WeakVersionResult.AlreadyWeak, WeakVersion.Mark(library, TorchSharpLibrary.NewVersion));
        Assert.Equal(once, library);
    }

    [Theory]
    [InlineData("GLIBCXX_3.4.99")]
    [InlineData("GLIBCXX_3.4.3")]
    public void A_version_that_is_not_needed_changes_nothing(string version)
    {
        var library = TorchSharpLibrary.Bytes();

        Assert.Equal(WeakVersionResult.EntryAbsent, WeakVersion.Mark(library, version));
        Assert.Equal(TorchSharpLibrary.Bytes(), library);
    }

    [Fact]
    public void Each_library_that_needs_the_version_is_marked()
    {
        var file = SyntheticElf.Needing(("a.so", ["V_2"]), ("b.so", ["V_1"]), ("c.so", ["V_2"]));

        Assert.Equal(WeakVersionResult.Patched, WeakVersion.Mark(file, "V_2"));

        Assert.Equal([2, 0, 2], new[] { 0, 1, 2 }.Select(entry => file[SyntheticElf.FlagsOfOnly(entry)]));
    }

    [Fact]
    public void Other_flags_stay()
    {
        var file = SyntheticElf.Needing(("a.so", ["V_2"]));
        file[SyntheticElf.FlagsOfOnly(0)] = 1;

        WeakVersion.Mark(file, "V_2");

        Assert.Equal(3, file[SyntheticElf.FlagsOfOnly(0)]);
    }

    [Fact]
    public void A_file_without_sections_needs_nothing()
    {
        var file = SyntheticElf.Needing(("a.so", ["V_2"]));
        file[0x3C] = 0;

        Assert.Equal(WeakVersionResult.EntryAbsent, WeakVersion.Mark(file, "V_2"));
    }
}
