using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Sources;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Fuzz;

/// <summary>A format of data, which carries no checksum: what is damaged is refused or gives some samples, the same ones twice.</summary>
/// <param name="name">Name of the format.</param>
/// <param name="good">A file that is read.</param>
/// <param name="load">Reads a file.</param>
internal sealed class DataSubject(string name, byte[] good, Func<string, DataSet> load) : IFuzzSubject
{
    public string Name => name;

    public byte[] Good => good;

    public bool IsGuarded => false;

    public string Read(string path)
    {
        using var scope = torch.NewDisposeScope();
        var data = load(path);
        try
        {
            var sources = data.Sources.Append(data.TargetSource);
            return Contents.Of(sources.Select((source, number) => ($"{number}", (Func<Tensor>)(() => RowsOf(source)))))
                + string.Join('|', data.ClassNames.Concat(data.Columns));
        }
        finally
        {
            SampleSources.Release(data);
        }
    }

    public byte[] Forged(Random random) => Mutation.Of(good, random);

    private static Tensor RowsOf(ISampleSource source) => source is MemorySource memory
        ? memory.Rows.clone()
        : SampleSources.Load(source, [.. Positions.To(source.Count)]).Rows;
}
