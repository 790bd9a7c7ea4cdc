using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>Answers as an MLflow server does to the calls that a run needs, and keeps what it was told.</summary>
internal sealed class MLflowServer : IDisposable
{
    private const string Api = "/api/2.0/mlflow/";

    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly ConcurrentQueue<(string Call, JsonNode Content)> _calls = new();
    private string? _experiment;

    public MLflowServer()
    {
        Address = new Uri($"http://localhost:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = Task.Run(Serve);
    }

    public Uri Address { get; }

    /// <summary>From this call on, counted from 0, the server only fails.</summary>
    public int BreaksAt { get; init; } = int.MaxValue;

    /// <summary>Calls and what came with them, in their order.</summary>
    public IReadOnlyList<(string Call, JsonNode Content)> Calls => [.. _calls];

    /// <summary>Every metric that was logged, in its order.</summary>
    public IEnumerable<(string Key, double Value, long Step)> Metrics => Calls
        .SelectMany(static call => call.Content["metrics"]?.AsArray() ?? [])
        .Select(static metric => ((string)metric!["key"]!, Number(metric["value"]!), (long)metric["step"]!));

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait();
    }

    private static double Number(JsonNode value) => value.GetValueKind() == System.Text.Json.JsonValueKind.String
        ? double.Parse((string)value!, System.Globalization.CultureInfo.InvariantCulture)
        : (double)value;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                Answer(await _listener.GetContextAsync());
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var call = context.Request.Url!.AbsolutePath[Api.Length..];
        using var reader = new StreamReader(context.Request.InputStream);
        var content = context.Request.HttpMethod == "GET"
            ? new JsonObject { ["experiment_name"] = context.Request.QueryString["experiment_name"] }
            : JsonNode.Parse(reader.ReadToEnd())!;
        var (status, answer) = _calls.Count >= BreaksAt ? (503, new JsonObject { ["message"] = "out of order" }) : AnswerTo(call, content);
        _calls.Enqueue((call, content));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        using var writer = new StreamWriter(context.Response.OutputStream);
        writer.Write(answer.ToJsonString());
    }

    private (int Status, JsonNode Answer) AnswerTo(string call, JsonNode content)
    {
        switch (call)
        {
            case "experiments/get-by-name":
                return _experiment == (string)content["experiment_name"]!
                    ? (200, new JsonObject { ["experiment"] = new JsonObject { ["experiment_id"] = "7" } })
                    : (404, new JsonObject { ["error_code"] = "RESOURCE_DOES_NOT_EXIST" });
            case "experiments/create":
                _experiment = (string)content["name"]!;
                return (200, new JsonObject { ["experiment_id"] = "7" });
            case "runs/create":
                Assert.Equal("7", (string)content["experiment_id"]!);
                return (200, new JsonObject { ["run"] = new JsonObject { ["info"] = new JsonObject { ["run_id"] = "abc" } } });
            default:
                Assert.Contains(call, (string[])["runs/log-batch", "runs/update"]);
                Assert.Equal("abc", (string)content["run_id"]!);
                return (200, new JsonObject());
        }
    }
}
