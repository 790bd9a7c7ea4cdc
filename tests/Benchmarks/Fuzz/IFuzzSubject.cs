namespace TrainSdk.Benchmarks.Fuzz;

/// <summary>A reader of files, and a good file for it.</summary>
internal interface IFuzzSubject
{
    /// <summary>Name of the format.</summary>
    string Name { get; }

    /// <summary>A file that opens.</summary>
    byte[] Good { get; }

    /// <summary>Whether a checksum guards all of a file, so that a damaged one never gives anything else than the good one.</summary>
    bool IsGuarded { get; }

    /// <summary>Everything in a file, as text that is equal where all of it is; throws <see cref="TrainException"/> for a bad one.</summary>
    string Read(string path);

    /// <summary>Changes what lies behind the checksums, and makes these right again, as a hostile author would.</summary>
    byte[] Forged(Random random);
}
