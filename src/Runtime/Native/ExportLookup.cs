namespace TrainSdk.Native;

/// <summary>Finds the address of an exported function.</summary>
/// <returns>Whether it is exported.</returns>
internal delegate bool ExportLookup(string name, out nint address);
