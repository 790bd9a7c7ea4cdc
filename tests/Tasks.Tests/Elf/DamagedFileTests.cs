using TrainSdk.Tasks.Elf;
using TrainSdk.Tasks.Tests.Support;

namespace TrainSdk.Tasks.Tests.Elf;

/// <summary>Whatever the bytes are, the answer is a result or an <see cref="ElfFormatException"/>, and it comes at once.</summary>
public sealed class DamagedFileTests
{
    private static readonly byte[] Whole = SyntheticElf.Needing(("libstdc++.so.6", ["V_1", "V_2"]), ("libm.so.6", ["V_3"]));

    [Theory]
    [InlineData(new byte[0], "does not begin with the mark")]
    [InlineData(new byte[] { (byte)'M', (byte)'Z', 0x90, 0 }, "does not begin with the mark")]
    [InlineData(new byte[] { 0x7F, (byte)'E', (byte)'L', (byte)'F' }, "ends before the ELF header does")]
    public void What_is_no_ELF_file_is_said(byte[] file, string message)
        => Assert.Contains(message, Assert.Throws<ElfFormatException>(() => WeakVersion.Mark(file, "V_2")).Message);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    public void Thirty_two_bits_and_big_endian_are_refused(int at, byte value)
    {
        var file = Whole.ToArray();
        file[at] = value;

        Assert.Contains("is not 64-bit little-endian", Assert.Throws<ElfFormatException>(() => WeakVersion.Mark(file, "V_2")).Message);
    }

    [Fact]
    public void Every_truncation_is_noticed()
        => Assert.All(Enumerable.Range(0, Whole.Length), length =>
            Assert.Throws<ElfFormatException>(() => WeakVersion.Mark(Whole[..length], "V_2")));

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x7F)]
    [InlineData(0xFF)]
    public void No_changed_byte_leads_astray(byte value)
        => Assert.All(Enumerable.Range(0, Whole.Length), at =>
        {
            var file = Whole.ToArray();
            file[at] = value;
            var failure = Record.Exception(() => WeakVersion.Mark(file, "V_2"));
            Assert.True(failure is null or ElfFormatException, $"byte {at}: {failure}");
        });

    [Fact]
    public void Entries_that_run_in_a_circle_come_to_an_end()
    {
        var file = SyntheticElf.Needing(("a.so", ["V_1"]));
        const int Need = 64;
        file[Need + 2] = 0xFF;   // many entries
        file[Need + 3] = 0xFF;
        file[Need + 16 + 12] = 0;   // each followed by itself

        Assert.Contains("damaged table of needed versions", Assert.Throws<ElfFormatException>(() => WeakVersion.Mark(file, "V_2")).Message);
    }
}
