/// <summary>12,948 English words, one per line. Data/DATA.md says where they come from.</summary>
public static class Words
{
    /// <summary>Reads the words and splits them into training (64 %), validation (16 %) and test (20 %).</summary>
    public static DataSplits Load(long splitSeed)
    {
        // a line is a sample; a token is a letter, or the line break before and after a word. The file lies beside the program
        var file = Path.Combine(AppContext.BaseDirectory, "Data", "words.txt.gz");
        return TextFile.Load(file, new TextOptions { Lines = true }).Split(splitSeed);
    }
}
