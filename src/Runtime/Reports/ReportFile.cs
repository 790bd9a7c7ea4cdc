using System.Text;
using TrainSdk.Files;
using TrainSdk.Recording;

namespace TrainSdk.Reports;

/// <summary>Writes a run's <c>report.html</c>, whole or not at all.</summary>
internal static class ReportFile
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>How a run stands, as other processes see it.</summary>
    public static RunStanding StandingOf(RunFolder folder) => RunLock.IsTaken(folder.Path) ? RunStanding.Going
        : File.Exists(folder.Result) ? RunStanding.Ended
        : RunStanding.Broken;

    /// <summary>Reads the run's folder and writes the page into it.</summary>
    /// <exception cref="TrainException">A file of the run cannot be read, or the page cannot be written.</exception>
    public static void Write(RunFolder folder, RunStanding standing) =>
        Write(folder.Files, folder.Report, page => RunReport.Write(page, RunHistory.Read(folder), standing));

    /// <summary>Writes a page.</summary>
    /// <exception cref="TrainException">It cannot be written.</exception>
    public static void Write(IFileSystem files, string path, Action<TextWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var page = new StreamWriter(bytes, Plain, leaveOpen: true) { NewLine = "\n" })
        {
            write(page);
        }
        AtomicFile.WriteUnsynced(files, path, file => file.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }
}
