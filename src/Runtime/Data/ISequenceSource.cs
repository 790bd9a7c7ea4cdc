namespace TrainSdk.Data;

/// <summary>
/// Samples whose first dimension differs in length, such as sentences. A batch is as long as its longest sample; what is left over of the
/// shorter ones is filled with <see cref="Padding"/>. The first size of <see cref="ISampleSource.Form"/> is the longest of all.
/// </summary>
public interface ISequenceSource : ISampleSource
{
    /// <summary>
    /// What fills the places after a sequence's end: 0 for inputs, −100 for targets that shall not count. Of inputs that are normalised it
    /// is normalised with them.
    /// </summary>
    long Padding { get; }

    /// <summary>Size of a sample's first dimension, from 1. <see cref="ISampleSource.Read"/> is given room for so much.</summary>
    /// <param name="position">Sample from 0.</param>
    long LengthOf(long position);
}
