/// <summary>The digits of the project template, 8×8 pixels of gray, as pictures that a network for photographs takes.</summary>
public static class Digits
{
    private const int Enlarged = 4;

    /// <summary>Reads the digits and splits them into training (64 %), validation (16 %) and test (20 %).</summary>
    public static DataSplits Load(long splitSeed)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv.gz");
        var gray = DataSet.FromCsv(file, new CsvOptions { Header = false, Shape = [1, 8, 8] });

        // The network halves its input five times: 32×32 leave one number per channel. Gray is the same in all three colours.
        using var scope = NewDisposeScope();
        var large = interpolate(gray.Inputs, scale_factor: [Enlarged, Enlarged], mode: InterpolationMode.Bilinear, align_corners: false);
        return new DataSet(large.expand(-1, 3, -1, -1), gray.Targets, gray.ClassNames).Split(splitSeed);
    }
}
