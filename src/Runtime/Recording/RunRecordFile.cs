using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TrainSdk.Recording;

/// <summary>Reads and writes <c>config.json</c> and <c>result.json</c>, and writes <c>pretrained.json</c>.</summary>
internal static class RunRecordFile
{
    /// <summary>Writes what the run is started with.</summary>
    public static void Write(RunFolder folder, RunConfig config) => Write(folder, folder.Config, config, RunRecordsJson.Readable.RunConfig);

    /// <summary>Writes how the run ended.</summary>
    public static void Write(RunFolder folder, RunResult result) => Write(folder, folder.Result, result, RunRecordsJson.Readable.RunResult);

    /// <summary>Writes which weights the run started from.</summary>
    public static void Write(RunFolder folder, PretrainedRecord record) =>
        Write(folder, folder.Pretrained, record, RunRecordsJson.Readable.PretrainedRecord);

    /// <summary>Reads what a run was started with.</summary>
    /// <exception cref="TrainException">The file cannot be read, or a later version wrote it.</exception>
    public static RunConfig ReadConfig(RunFolder folder)
    {
        var config = Read(folder.Config, RunRecordsJson.Readable.RunConfig);
        CheckSchema(folder.Config, config.Schema, RunConfig.CurrentSchema);
        return config;
    }

    /// <summary>Reads how a run ended; null where it has not, or was killed.</summary>
    /// <exception cref="TrainException">The file cannot be read, or a later version wrote it.</exception>
    public static RunResult? ReadResult(RunFolder folder)
    {
        if (!File.Exists(folder.Result))
        {
            return null;
        }
        var result = Read(folder.Result, RunRecordsJson.Readable.RunResult);
        CheckSchema(folder.Result, result.Schema, RunResult.CurrentSchema);
        return result;
    }

    private static void Write<T>(RunFolder folder, string path, T record, JsonTypeInfo<T> type) =>
        folder.Write(path, JsonSerializer.SerializeToUtf8Bytes(record, type));

    private static T Read<T>(string path, JsonTypeInfo<T> type)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return JsonSerializer.Deserialize(stream, type) ?? throw new TrainException($"{path} is empty; the run cannot be used");
        }
        catch (JsonException error)
        {
            throw new TrainException($"{path} is not a run's record: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"cannot read {path}: {error.Message}", error);
        }
    }

    private static void CheckSchema(string path, int schema, int known)
    {
        if (schema > known)
        {
            throw new TrainException($"{path} has schema {schema}, and this version of TrainSdk reads up to {known}; use a newer TrainSdk");
        }
    }
}
