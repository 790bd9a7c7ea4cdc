namespace TrainSdk.Runtime.Tests.Files;

/// <summary>The process is no more.</summary>
internal sealed class CrashException : Exception;
