// Without a server at this address the run goes on without its sink, after one warning.
var server = Environment.GetEnvironmentVariable("MLFLOW_TRACKING_URI") ?? "http://localhost:5000";
using var mlflow = new MLflowSink(new Uri(server), experiment: "wine");

return WineNet.RunCommandLine(args, settings => Wine.Load(settings.SplitSeed), mlflow);
