/// <summary>1,797 handwritten digits of 8×8 pixels, each from 0 (white) to 16 (black). Data/DATA.md says where they come from.</summary>
public static class Digits
{
    /// <summary>Reads the digits and splits them into training (64 %), validation (16 %) and test (20 %).</summary>
    public static DataSplits Load(long splitSeed)
    {
        // a row holds the 64 pixels of an image, then its digit; the file lies beside the program
        var file = Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv.gz");
        var digits = DataSet.FromCsv(file, new CsvOptions { Header = false, Shape = [1, 8, 8] });
        return digits.Split(splitSeed);
    }
}
