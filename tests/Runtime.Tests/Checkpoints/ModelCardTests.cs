using TrainSdk.Checkpoints;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Checkpoints;

public sealed class ModelCardTests
{
    [Fact]
    public void A_vocabulary_and_a_fit_come_back()
    {
        var card = new ModelCard
        {
            Model = "Net",
            Encoding = InputEncoding.None(3) with { IsTokens = true, Fit = ImageFit.Pad, Vocabulary = Vocabulary.OfCharacters("b\na𝄞") },
        };

        var read = ModelCardJson.Read(ModelCardJson.Write(card));

        Assert.Equal(card.Encoding.Vocabulary, read.Encoding.Vocabulary);
        Assert.Equal([1L, 3L], read.Encoding.Vocabulary!.Encode("a𝄞"));
        Assert.Equal(ImageFit.Pad, read.Encoding.Fit);
    }

    [Fact]
    public void A_card_of_an_earlier_version_has_neither()
    {
        var read = ModelCardJson.Read("""{"model":"Net","encoding":{"shape":[3],"mean":[],"scale":[]}}""");

        Assert.Null(read.Encoding.Fit);
        Assert.Null(read.Encoding.Vocabulary);
    }
}
