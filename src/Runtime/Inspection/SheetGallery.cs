using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Data.Sources;

namespace TrainSdk.Inspection;

/// <summary>Shows some training samples: pictures, and beside each what augmentation makes of it; rows of numbers; lines of text.</summary>
internal sealed class SheetGallery(TextWriter page, DataReport report, InputEncoding encoding, long seed)
{
    private const int Epochs = 3;

    private readonly DataSet _data = report.Train.Data;
    private readonly SampleForm _form = report.Train.Data.Sources[0].Form;

    /// <summary>Writes the section.</summary>
    public void Write()
    {
        var shows = SamplePicture.Shows(_form);
        var samples = SheetSamples.Of(report.Train, shows && report.Augmentations.Count > 0 ? 1 + Epochs : 1);
        page.Write("<h2>Training samples</h2>\n");
        if (shows)
        {
            Pictures(samples);
        }
        else
        {
            Rows(samples);
        }
    }

    private void Pictures(IReadOnlyList<(string Name, IReadOnlyList<long> Positions)> samples)
    {
        page.Write(report.Augmentations.Count == 0
            ? "<p class=\"faint\">As they are; this model has no augmentation.</p>\n"
            : $"<p class=\"faint\">Framed, as they are; beside them as the first {Epochs} epochs see them, after "
                + $"{ContactSheet.Text(string.Join(", ", report.Augmentations.Select(static each => each.Name)))}.</p>\n");
        var picture = new SamplePicture(_form, report.Train.Ranges);
        foreach (var (name, positions) in samples)
        {
            page.Write($"<h3>{ContactSheet.Text(name)}</h3>\n<div class=\"samples\">\n");
            foreach (var position in positions)
            {
                Figure(picture, position);
            }
            page.Write("</div>\n");
        }
    }

    private void Figure(SamplePicture picture, long position)
    {
        var given = new byte[_form.Bytes];
        SampleBytes.Read(_data.Sources[0], position, given);
        var caption = ContactSheet.Text(_data.NameOf(position));
        page.Write($"<figure title=\"{caption}\">{Image(picture, given, " class=\"given\"")}");
        var (changed, scratch) = (new byte[given.Length], new byte[given.Length]);
        for (var epoch = 0; epoch < Epochs && report.Augmentations.Count > 0; epoch++)
        {
            given.CopyTo(changed, 0);
            new SampleAugmenter(report.Augmentations, encoding.Mean, seed, epoch).Apply(_form, position, changed, scratch);
            page.Write(Image(picture, changed, ""));
        }
        page.Write($"<figcaption>{caption}</figcaption></figure>\n");
    }

    private static string Image(SamplePicture picture, byte[] sample, string attributes) =>
        $"<img{attributes} alt=\"\" src=\"data:image/png;base64,{Convert.ToBase64String(picture.Png(sample))}\">";

    private void Rows(IReadOnlyList<(string Name, IReadOnlyList<long> Positions)> samples)
    {
        foreach (var (name, positions) in samples)
        {
            page.Write($"<h3>{ContactSheet.Text(name)}</h3>\n<ol>\n");
            foreach (var position in positions)
            {
                page.Write($"<li>{ContactSheet.Text(SampleText.Of(_data, position, encoding))}</li>\n");
            }
            page.Write("</ol>\n");
        }
    }
}
