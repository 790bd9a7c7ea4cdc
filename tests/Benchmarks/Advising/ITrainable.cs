using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Training;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>A model class of which nothing but its text was known at compile time.</summary>
internal interface ITrainable
{
    /// <summary>Trains a fresh model, and gives what its run folder tells.</summary>
    /// <param name="data">The splits.</param>
    /// <param name="settings">Values in place of the attributes', by name.</param>
    /// <param name="options">Facts about the machine; a run folder is written.</param>
    RunHistory Train(DataSplits data, IReadOnlyDictionary<string, string> settings, RunOptions options);

    /// <summary>The rate that <c>find lr</c> names; null where it names none.</summary>
    /// <param name="data">The splits.</param>
    /// <param name="settings">Values in place of the attributes', by name.</param>
    double? SuggestLr(DataSplits data, IReadOnlyDictionary<string, string> settings);
}
