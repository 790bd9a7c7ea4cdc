using TrainSdk.Benchmarks.Measuring;

namespace TrainSdk.Benchmarks.Fuzz;

/// <summary>
/// Reads damaged files: each is refused with a <see cref="TrainException"/>, or gives exactly the good file's tensors. Forged files, whose
/// checksums are right, are refused or give some tensors, the same ones twice. Nothing else may come out, and memory stays bounded.
/// </summary>
internal sealed class FuzzRun(IFuzzSubject subject, string folder)
{
    private const long MostManagedBytes = 20_000_000;

    private readonly string _path = Path.Combine(folder, "mutant");

    /// <summary>Files that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Damaged files that gave all tensors as they were.</summary>
    public int Unharmed { get; private set; }

    /// <summary>Forged files that gave tensors.</summary>
    public int Accepted { get; private set; }

    /// <summary>The most managed memory that reading one file took.</summary>
    public long MostBytes { get; private set; }

    /// <summary>Megabytes that the process grew by.</summary>
    public double Growth { get; private set; }

    /// <exception cref="TrainException">A file came through that must not, or took too much.</exception>
    public void Run(int files, Action<int> progress)
    {
        var good = Read(subject.Good)!;
        var before = ResidentMemory.Megabytes();
        for (var number = 0; number < files; number++)
        {
            var random = new Random(number);
            var isForged = !subject.IsGuarded || number % 2 == 1;
            var bytes = isForged ? subject.Forged(random) : Mutation.Of(subject.Good, random);
            var read = Read(bytes);
            if (read is null)
            {
                Refused++;
            }
            else if (isForged)
            {
                Require(Read(bytes) == read, number, "gave other tensors the second time");
                Accepted++;
            }
            else
            {
                Require(read == good, number, "gave tensors that nobody saved");
                Unharmed++;
            }
            Require(MostBytes < MostManagedBytes, number, $"took {MostBytes} bytes");
            progress(number);
        }
        Growth = ResidentMemory.Megabytes() - before;
    }

    private void Require(bool holds, int number, string what)
    {
        if (!holds)
        {
            throw new TrainException($"{subject.Name} file {number} {what}");
        }
    }

    private string? Read(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            return subject.Read(_path);
        }
        catch (TrainException)
        {
            return null;
        }
        finally
        {
            MostBytes = Math.Max(MostBytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }
}
