using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

/// <summary>The few calls of MLflow's REST API, version 2.0, that a run needs.</summary>
/// <param name="server">The server's address.</param>
public sealed class MLflowClient(Uri server) : IDisposable
{
    private const string Api = "api/2.0/mlflow/";
    private const int MostMetrics = 1000;       // per request, by the API
    private const int MostParameters = 100;     // likewise

    // NaN and infinity are the strings that protocol buffers have for them in JSON.
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient _http = new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>The id of an experiment, which is made where there is none of that name.</summary>
    public async Task<string> Experiment(string name)
    {
        using var found = await _http.GetAsync($"{Api}experiments/get-by-name?experiment_name={Uri.EscapeDataString(name)}");
        if (found.StatusCode == HttpStatusCode.NotFound)
        {
            return Text(await Post("experiments/create", new { Name = name }), "experiment_id");
        }
        return Text((await Answer(found))["experiment"]!, "experiment_id");
    }

    /// <summary>Makes a run, and gives its id.</summary>
    public async Task<string> CreateRun(string experimentId, string runName, long startTime)
    {
        var made = await Post("runs/create", new { experimentId, runName, startTime });
        return Text(made["run"]!["info"]!, "run_id");
    }

    /// <summary>Says in which state a run is, and since when it is over.</summary>
    public Task UpdateRun(string runId, string status, long? end) => Post("runs/update", new { runId, status, endTime = end });

    /// <summary>Adds parameters; the server keeps the first value of each.</summary>
    public async Task LogParameters(string runId, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (var @params in parameters.Select(static parameter => new { parameter.Key, parameter.Value }).Chunk(MostParameters))
        {
            await Post("runs/log-batch", new { runId, @params });
        }
    }

    /// <summary>Adds numbers.</summary>
    public async Task LogMetrics(string runId, IEnumerable<MLflowMetric> all)
    {
        foreach (var metrics in all.Chunk(MostMetrics))
        {
            await Post("runs/log-batch", new { runId, metrics });
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Post(string call, object content)
    {
        using var response = await _http.PostAsJsonAsync(Api + call, content, Form);
        return await Answer(response);
    }

    private static async Task<JsonNode> Answer(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"{response.RequestMessage!.RequestUri} answers {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
