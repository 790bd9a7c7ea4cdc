namespace TrainSdk.Generators.Tests.Pages;

/// <summary>A page's examples as files: mostly one each.</summary>
internal sealed record PageFiles(string[][] Bad, string[][] Silenced, string[][] Good)
{
    public IEnumerable<string> All => Bad.Concat(Silenced).Concat(Good).SelectMany(static example => example);
}
