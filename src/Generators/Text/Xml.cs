namespace TrainSdk.Generators.Text;

/// <summary>Text inside XML comments.</summary>
internal static class Xml
{
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
