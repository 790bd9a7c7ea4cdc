using System.Globalization;

namespace TrainSdk.Recording.TensorBoard;

/// <summary>
/// A run's settings and its end, as TensorBoard's table of hyperparameters reads them, by the field numbers of the plugin's
/// <c>plugin_data.proto</c> and <c>api.proto</c>.
/// </summary>
internal static class SettingsMessage
{
    private const string Plugin = "hparams";
    private const string StartTag = "_hparams_/session_start_info";
    private const string EndTag = "_hparams_/session_end_info";
    private const int Success = 1;
    private const int Failure = 2;

    private static class Metadata
    {
        public const int PluginData = 1;
        public const int PluginName = 1;
        public const int Content = 2;
    }

    private static class Data
    {
        public const int Start = 3;
        public const int End = 4;
    }

    private static class Session
    {
        public const int Settings = 1;
        public const int StartTime = 5;
        public const int Status = 1;
        public const int EndTime = 2;
    }

    private static class Entry
    {
        public const int Key = 1;
        public const int Value = 2;
        public const int Number = 2;
        public const int Text = 3;
    }

    /// <param name="time">Seconds since 1970.</param>
    /// <param name="settings">Names and invariant texts; what is a number becomes one.</param>
    public static ProtoWriter Start(double time, IEnumerable<KeyValuePair<string, string>> settings) =>
        EventMessage.OfPlugin(time, StartTag, metadata => Fill(metadata, Data.Start, session =>
        {
            foreach (var (name, text) in settings)
            {
                session.Message(Session.Settings, entry =>
                {
                    entry.Text(Entry.Key, name);
                    entry.Message(Entry.Value, value => Put(value, text));
                });
            }
            session.Double(Session.StartTime, time);
        }));

    /// <param name="time">Seconds since 1970.</param>
    /// <param name="isDone">Whether the run came to a good end.</param>
    public static ProtoWriter End(double time, bool isDone) =>
        EventMessage.OfPlugin(time, EndTag, metadata => Fill(metadata, Data.End, session =>
        {
            session.Whole(Session.Status, isDone ? Success : Failure);
            session.Double(Session.EndTime, time);
        }));

    private static void Fill(ProtoWriter metadata, int kind, Action<ProtoWriter> session)
    {
        var content = new ProtoWriter();
        content.Message(kind, session);
        metadata.Message(Metadata.PluginData, data =>
        {
            data.Text(Metadata.PluginName, Plugin);
            data.Bytes(Metadata.Content, content.Written);
        });
    }

    private static void Put(ProtoWriter value, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            value.Double(Entry.Number, number);
        }
        else
        {
            value.Text(Entry.Text, text);
        }
    }
}
