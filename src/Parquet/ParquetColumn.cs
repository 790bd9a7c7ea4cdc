using TrainSdk.Data;

namespace TrainSdk.Parquet;

/// <summary>One input column of a Parquet table.</summary>
internal sealed class ParquetColumn
{
    private readonly double[] _numbers = [];
    private readonly int[] _places = [];

    public ParquetColumn(ParquetTable table, int column, OnMissingValue onMissing)
    {
        Column = new TableColumn(table.Names[column]);
        if (!table.IsText(column))
        {
            _numbers = table.Numbers(column, onMissing);
            Column = Column with { MayBeMissing = Array.Exists(_numbers, double.IsNaN) };
            return;
        }
        var texts = table.Texts(column, onMissing);
        Column = Column with { Categories = [.. texts.Distinct().Order(StringComparer.Ordinal)] };
        var places = Column.Categories.Index().ToDictionary(static category => category.Item, static category => category.Index);
        _places = Array.ConvertAll(texts, text => places[text]);
    }

    /// <summary>How the column becomes numbers.</summary>
    public TableColumn Column { get; }

    /// <summary>Numbers that it becomes.</summary>
    public int Width => Math.Max(1, Column.Categories.Count);

    /// <summary>Writes its numbers into the rows, which are zeros.</summary>
    public void Write(float[] rows, int first, int width)
    {
        for (var row = 0; row < _places.Length; row++)
        {
            rows[(row * width) + first + _places[row]] = 1;
        }
        for (var row = 0; row < _numbers.Length; row++)
        {
            rows[(row * width) + first] = (float)_numbers[row];
        }
    }
}
