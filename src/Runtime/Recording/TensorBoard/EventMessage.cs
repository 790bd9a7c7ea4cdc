namespace TrainSdk.Recording.TensorBoard;

/// <summary>
/// The messages of an event file, by the field numbers of TensorFlow's <c>event.proto</c> and <c>summary.proto</c>. Times are seconds since
/// 1970.
/// </summary>
internal static class EventMessage
{
    private const string Version = "brain.Event:2";

    private static class Event
    {
        public const int WallTime = 1;
        public const int Step = 2;
        public const int FileVersion = 3;
        public const int Summary = 5;
    }

    private static class Summary
    {
        public const int Value = 1;
        public const int Tag = 1;
        public const int SimpleValue = 2;
        public const int Image = 4;
        public const int Histogram = 5;
        public const int Metadata = 9;
    }

    private static class Image
    {
        public const int Height = 1;
        public const int Width = 2;
        public const int Colorspace = 3;
        public const int Encoded = 4;
    }

    private static class Histo
    {
        public const int Min = 1;
        public const int Max = 2;
        public const int Count = 3;
        public const int Sum = 4;
        public const int SumOfSquares = 5;
        public const int Limits = 6;
        public const int Counts = 7;
    }

    /// <summary>The first message of a file.</summary>
    public static ProtoWriter Head(double time)
    {
        var message = new ProtoWriter();
        message.Double(Event.WallTime, time);
        message.Text(Event.FileVersion, Version);
        return message;
    }

    /// <summary>Numbers of one step.</summary>
    public static ProtoWriter Scalars(double time, long step, IEnumerable<(string Tag, double Value)> scalars) =>
        At(time, step, summary =>
        {
            foreach (var (tag, number) in scalars)
            {
                summary.Message(Summary.Value, value =>
                {
                    value.Text(Summary.Tag, tag);
                    value.Float(Summary.SimpleValue, (float)number);
                });
            }
        });

    public static ProtoWriter OfHistogram(double time, long step, string tag, Histogram histogram) =>
        At(time, step, summary => summary.Message(Summary.Value, value =>
        {
            value.Text(Summary.Tag, tag);
            value.Message(Summary.Histogram, message =>
            {
                message.Double(Histo.Min, histogram.Min);
                message.Double(Histo.Max, histogram.Max);
                message.Double(Histo.Count, histogram.Counts.Sum());
                message.Double(Histo.Sum, histogram.Sum);
                message.Double(Histo.SumOfSquares, histogram.SumOfSquares);
                message.Doubles(Histo.Limits, histogram.Limits);
                message.Doubles(Histo.Counts, histogram.Counts);
            });
        }));

    /// <param name="time">When.</param>
    /// <param name="step">Optimizer steps done.</param>
    /// <param name="tag">Its name.</param>
    /// <param name="png">The picture's file.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="channels">1 for grey, 3 for colours.</param>
    public static ProtoWriter OfImage(double time, long step, string tag, byte[] png, int width, int height, int channels) =>
        At(time, step, summary => summary.Message(Summary.Value, value =>
        {
            value.Text(Summary.Tag, tag);
            value.Message(Summary.Image, image =>
            {
                image.Whole(Image.Height, height);
                image.Whole(Image.Width, width);
                image.Whole(Image.Colorspace, channels);
                image.Bytes(Image.Encoded, png);
            });
        }));

    /// <summary>Data of a plugin, such as the settings.</summary>
    public static ProtoWriter OfPlugin(double time, string tag, Action<ProtoWriter> metadata) =>
        At(time, 0, summary => summary.Message(Summary.Value, value =>
        {
            value.Text(Summary.Tag, tag);
            value.Message(Summary.Metadata, metadata);
        }));

    private static ProtoWriter At(double time, long step, Action<ProtoWriter> summary)
    {
        var message = new ProtoWriter();
        message.Double(Event.WallTime, time);
        message.Whole(Event.Step, step);
        message.Message(Event.Summary, summary);
        return message;
    }
}
