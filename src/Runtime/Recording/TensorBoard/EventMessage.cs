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
        public const int Metadata = 9;
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
