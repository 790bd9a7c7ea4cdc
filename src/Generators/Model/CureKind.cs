namespace TrainSdk.Generators.Model;

/// <summary>What a cure does to the attributes of a class.</summary>
internal enum CureKind
{
    /// <summary>Writes one more attribute on the class.</summary>
    AddAttribute,

    /// <summary>Takes an attribute off the class.</summary>
    RemoveAttribute,

    /// <summary>Writes an attribute in place of another, arguments included.</summary>
    ReplaceAttribute,

    /// <summary>Gives an attribute another name and keeps its arguments.</summary>
    RenameAttribute,

    /// <summary>Gives an argument a value, whether it was written or not.</summary>
    SetArgument,

    /// <summary>Gives an argument of another attribute a value, and takes the one that the diagnostic stands on off the class.</summary>
    MoveToArgument,

    /// <summary>Takes a named argument off an attribute, so that its default holds.</summary>
    RemoveArgument,
}
