/// <summary>178 wines of three cultivars, each with 13 measurements. Data/DATA.md says where they come from.</summary>
public static class Wine
{
    private static readonly string[] Columns =
    [
        "alcohol", "malic_acid", "ash", "alcalinity_of_ash", "magnesium", "total_phenols", "flavanoids", "nonflavanoid_phenols",
        "proanthocyanins", "color_intensity", "hue", "od280_od315", "proline", "cultivar",
    ];

    /// <summary>Reads the wines and splits them into training (64 %), validation (16 %) and test (20 %).</summary>
    public static DataSplits Load(long splitSeed) => Read().Split(splitSeed);

    /// <summary>Reads all wines; the last column is the label.</summary>
    public static DataSet Read()
    {
        // the first line counts rows and columns and names the classes; the file lies beside the program
        var file = Path.Combine(AppContext.BaseDirectory, "Data", "wine_data.csv");
        return DataSet.FromCsv(file, new CsvOptions
        {
            SkipLines = 1,
            Header = false,
            Columns = Columns,
            ClassNames = ["cultivar 1", "cultivar 2", "cultivar 3"],
        });
    }
}
