using TrainSdk.Files;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Checkpoints;

namespace TrainSdk.Runtime.Tests.Files;

/// <summary>What a process does on a disk of one megabyte that fills up, with a read-only one in <c>ro</c>; it prints what it sees.</summary>
internal static class SmallDisk
{
    private const int Rows = 5_000;

    public static void Run(string disk)
    {
        var path = Path.Combine(disk, "run");
        using (var run = new WrittenRun(path, LocalFileSystem.Instance, Rows))
        {
            run.Save(0);
            run.Save(1);
            Fill(Path.Combine(disk, "junk"));
            Console.WriteLine(Message(() => run.Save(2)));
            Console.WriteLine($"reopened at {WrittenRun.Reopen(path, hasAllRows: false)}");
            File.Delete(Path.Combine(disk, "junk"));
            run.Save(3);
            Console.WriteLine($"reopened at {WrittenRun.Reopen(path, hasAllRows: false)}");
        }
        Console.WriteLine(Message(() => RunFolder.Create(Path.Combine(disk, "ro", "run"), "x")));
        Console.WriteLine(Message(() => RunLock.Take(Path.Combine(disk, "ro"))));
    }

    private static string Message(Action action) => Assert.Throws<TrainException>(action).Message;

    // Until half of a checkpoint is free.
    private static void Fill(string junk)
    {
        using var file = File.Create(junk, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            file.SetLength(file.Length - (Rows * 5 * sizeof(double) / 2));
        }
    }
}
