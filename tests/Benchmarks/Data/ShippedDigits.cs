using TrainSdk.Data;

namespace TrainSdk.Benchmarks.Data;

/// <summary>The 8×8 digits of the image template.</summary>
internal static class ShippedDigits
{
    private const string File = "digits.csv.gz";

    /// <summary>All 1,797 digits, [count, 1, 8, 8].</summary>
    public static DataSet Load() =>
        DataSet.FromCsv(Path.Combine(AppContext.BaseDirectory, "Data", File), new CsvOptions { Header = false, Shape = [1, 8, 8] });

    /// <summary>The first digits, [count, 1, 8, 8].</summary>
    public static DataSet Load(int count) => Load().Select([.. Enumerable.Range(0, count).Select(static index => (long)index)]);
}
