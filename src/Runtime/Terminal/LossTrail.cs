namespace TrainSdk.Terminal;

/// <summary>
/// The losses of a whole run in a few cells, each the mean over equally many steps. When all are taken, neighbours become one, so that it
/// covers any number of steps from the first.
/// </summary>
/// <param name="cells">Cells at most; an even number.</param>
internal sealed class LossTrail(int cells)
{
    private readonly List<double> _cells = new(cells);
    private double _sum;
    private long _count;
    private long _seen;
    private long _perCell = 1;

    /// <summary>Means by age; those of cells without a finite loss are NaN. The last may be over fewer steps.</summary>
    public IReadOnlyList<double> Cells => _seen == 0 ? _cells : [.. _cells, _sum / _count];

    /// <summary>Takes the next step.</summary>
    public void Add(double loss)
    {
        if (double.IsFinite(loss))
        {
            _sum += loss;
            _count++;
        }
        _seen++;
        if (_seen == _perCell)
        {
            _cells.Add(_sum / _count);
            (_sum, _count, _seen) = (0, 0, 0);
        }
        if (_cells.Count == cells)
        {
            Halve();
        }
    }

    private void Halve()
    {
        for (var at = 0; at < cells / 2; at++)
        {
            var (left, right) = (_cells[2 * at], _cells[(2 * at) + 1]);
            _cells[at] = double.IsNaN(left) ? right : double.IsNaN(right) ? left : (left + right) / 2;
        }
        _cells.RemoveRange(cells / 2, cells / 2);
        _perCell *= 2;
    }
}
