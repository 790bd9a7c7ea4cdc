using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Tables;

namespace TrainSdk.Images;

/// <summary>Pictures whose classes, or numbers to predict, stand in a table.</summary>
public static class ImageTable
{
    /// <summary>
    /// Reads a <c>.csv</c> or <c>.csv.gz</c> file whose first line names the columns; one row for each picture.
    /// </summary>
    /// <param name="path">The table; a relative path starts at the working directory.</param>
    /// <param name="options">Which column is what, and what the pictures become.</param>
    /// <returns>Samples whose pictures are unpacked when they are needed.</returns>
    /// <exception cref="TrainException">
    /// The table is missing or empty, a column is unknown, a row is too short or too long, a picture is missing, or a label cannot be read.
    /// </exception>
    public static DataSet Load(string path, ImageTableOptions? options = null)
    {
        options ??= new ImageTableOptions();
        using var file = new CsvFile(path);
        var rows = new ImageTableRows(file, options);
        rows.ReadAll();
        var reader = ImageReader.For(options.Images, rows.Paths[0]);
        using var scope = torch.NewDisposeScope();
        var (targets, classNames) = rows.Targets();
        return new DataSet(new ImageFiles(rows.Paths, reader), targets, classNames)
        {
            OnBadSample = options.Images.OnBadSample,
            RawInput = reader.Encoding,
            Groups = rows.Groups,
        };
    }
}
