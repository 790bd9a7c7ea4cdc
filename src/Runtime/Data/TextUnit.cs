namespace TrainSdk.Data;

/// <summary>What a token of a text is.</summary>
public enum TextUnit
{
    /// <summary>A character (a Unicode scalar value); the vocabulary holds those that occur.</summary>
    Character,

    /// <summary>A byte of the text in UTF-8; the vocabulary is always 256.</summary>
    Byte,

    /// <summary>A number that another program gave a piece of text; there is no way from numbers to text here.</summary>
    Id,
}
