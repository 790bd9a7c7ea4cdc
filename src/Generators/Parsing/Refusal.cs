namespace TrainSdk.Generators.Parsing;

/// <summary>Why a class with <c>[Hyperparams]</c> gets no loop.</summary>
internal enum Refusal
{
    /// <summary>It is not declared partial, so nothing can be added.</summary>
    NotPartial,

    /// <summary>It does not derive from <c>Module&lt;Tensor, …, TResult&gt;</c>.</summary>
    NotAModule,

    /// <summary>It stands inside a type that cannot be continued in another file.</summary>
    Nested,

    /// <summary>It has type parameters.</summary>
    Generic,

    /// <summary>It is abstract, static, a record or local to its file.</summary>
    NotOrdinary,

    /// <summary>No constructor can be called with settings alone.</summary>
    NoConstructor,

    /// <summary>A method named Loss has another signature.</summary>
    WrongLoss,

    /// <summary>Its output is no tensor, and no loss takes it.</summary>
    OutputNeedsLoss,

    /// <summary>A method named Scores has another signature.</summary>
    WrongScores,

    /// <summary>A member has the name of a hook and is none.</summary>
    WrongHook,

    /// <summary>A member has the name of a generated one.</summary>
    TakenMember,
}
