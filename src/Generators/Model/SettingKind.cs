namespace TrainSdk.Generators.Model;

/// <summary>The type of a setting; each has a factory of the same name in <c>TrainSdk.Settings.Setting</c>.</summary>
internal enum SettingKind
{
    /// <summary><see cref="double"/>.</summary>
    Number,

    /// <summary><see cref="long"/>.</summary>
    Integer,

    /// <summary><see cref="int"/>.</summary>
    Count,

    /// <summary><see cref="bool"/>.</summary>
    Flag,

    /// <summary>A <c>Duration</c>.</summary>
    Length,

    /// <summary>A list of <c>Duration</c>s, the <c>Milestones</c> of a run.</summary>
    Milestones,

    /// <summary><see cref="string"/>.</summary>
    Word,

    /// <summary>An enum.</summary>
    Choice,
}
