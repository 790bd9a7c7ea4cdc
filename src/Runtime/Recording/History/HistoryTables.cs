namespace TrainSdk.Recording.History;

/// <summary>Reads the tables of a run folder. One that is missing is empty; columns that a run does not have are NaN.</summary>
internal static class HistoryTables
{
    private const string Train = "train_";
    private const string Validation = "val_";
    private const string Loss = "loss";
    private const string Parts = "_seconds";

    public static IReadOnlyList<StepRow> Steps(string path)
    {
        var table = RecordReader.Open(path);
        var (step, epoch, lr) = (table.Find("step"), table.Find("epoch"), table.Find("lr"));
        var (loss, norm) = (table.Find("loss"), table.Find("grad_norm"));
        return Rows(table, row => new StepRow(
            (long)row.Number(step), (int)row.Number(epoch), row.Number(lr), row.Number(loss), row.Number(norm)));
    }

    public static IReadOnlyList<EpochHistory> Epochs(string path)
    {
        var table = RecordReader.Open(path);
        var (train, validation) = (MetricsOf(table, Train), MetricsOf(table, Validation));
        var times = Columns(
            table, static column => column.EndsWith(Parts, StringComparison.Ordinal), static column => column[..^Parts.Length]);
        return Rows(table, row => new EpochHistory
        {
            Epoch = (int)row.Number(row.Find("epoch")),
            Step = (long)row.Number(row.Find("step")),
            Lr = row.Number(row.Find("lr")),
            Train = Measured(row, Train, train),
            Validation = Measured(row, Validation, validation),
            GradNorm = row.Number(row.Find("grad_norm")),
            Seconds = row.Number(row.Find("seconds")),
            SamplesPerSecond = row.Number(row.Find("samples_per_second")),
            Times = Values(row, times),
        });
    }

    public static IReadOnlyList<MeasuredRow> Validations(string path)
    {
        var table = RecordReader.Open(path);
        var metrics = MetricsOf(table, Validation);
        return Rows(table, row => Measured(row, Validation, metrics));
    }

    public static IReadOnlyList<LayerRow> Layers(string path)
    {
        var table = RecordReader.Open(path);
        var (step, layer) = (table.Find("step"), table.Find("layer"));
        var (weight, grad, update) = (table.Find("weight_norm"), table.Find("grad_norm"), table.Find("update_norm"));
        var dead = table.Find("dead_share");
        var names = new Dictionary<string, string>();
        return Rows(table, row => new LayerRow(
            (long)row.Number(step), Once(names, row.Text(layer)), row.Number(weight), row.Number(grad), row.Number(update))
        {
            DeadShare = row.Number(dead),
        });
    }

    public static IReadOnlyList<EventRow> Events(string path) => Rows(RecordReader.Open(path), static row => new EventRow(
        row.Text(row.Find("time")), (long)row.Number(row.Find("step")), row.Text(row.Find("event")), row.Text(row.Find("detail"))));

    public static IReadOnlyList<SampleRow> Samples(string path) => Rows(RecordReader.Open(path), static row => new SampleRow(
        row.Text(row.Find("split")), (long)row.Number(row.Find("sample")), row.Text(row.Find("name")), row.Number(row.Find("loss")),
        row.Text(row.Find("predicted")), row.Text(row.Find("actual"))));

    public static IReadOnlyList<ConfusionCounts> Confusion(string path)
    {
        var table = RecordReader.Open(path);
        string[] classes = [.. table.Columns.Skip(2)];
        var rows = Rows(table, row => (Split: row.Text(0), Counts: (long[])[.. classes.Select((_, at) => (long)row.Number(at + 2))]));
        return [.. rows.GroupBy(static row => row.Split).Select(split => new ConfusionCounts(
            split.Key, classes, [.. split.Select(static row => row.Counts)]))];
    }

    private static IReadOnlyList<T> Rows<T>(RecordReader table, Func<RecordReader, T> read)
    {
        var rows = new List<T>();
        while (table.Next())
        {
            rows.Add(read(table));
        }
        return rows;
    }

    private static MeasuredRow Measured(RecordReader row, string split, IReadOnlyList<(string Name, int Column)> metrics) => new(
        (int)row.Number(row.Find("epoch")), (long)row.Number(row.Find("step")), row.Number(row.Find(split + Loss)), Values(row, metrics));

    private static IReadOnlyList<(string Name, int Column)> MetricsOf(RecordReader table, string split) => Columns(
        table,
        column => column.StartsWith(split, StringComparison.Ordinal) && column != split + Loss,
        column => column[split.Length..]);

    private static IReadOnlyList<(string Name, int Column)> Columns(
        RecordReader table, Predicate<string> takes, Func<string, string> name) =>
        [.. table.Columns.Index().Where(column => takes(column.Item)).Select(column => (name(column.Item), column.Index))];

    private static Dictionary<string, double> Values(RecordReader row, IReadOnlyList<(string Name, int Column)> columns) =>
        columns.ToDictionary(static column => column.Name, column => row.Number(column.Column));

    private static string Once(Dictionary<string, string> names, string name)
    {
        names.TryAdd(name, name);
        return names[name];
    }
}
