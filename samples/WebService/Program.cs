torch.set_num_threads(1);   // requests run side by side: a core for each serves more of them than all cores for one

var builder = WebApplication.CreateBuilder(args);
var run = Path.GetFullPath(builder.Configuration["Run"]!, builder.Environment.ContentRootPath);
builder.Services.AddPredictor(run, MyModel.Load);

// what a client got wrong is answered with 400 and the reason, in the standard form of problem details
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
    context.ProblemDetails.Detail = BadInput(context.Exception));

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = error => BadInput(error) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest,
    SuppressDiagnosticsCallback = context => BadInput(context.Exception) is not null,
});

app.MapPost("/classify", (float[] pixels, Predictor<MyModel> predictor) =>
{
    var answer = predictor.Predict(pixels);
    return new { answer.Label, answer.Probabilities };
});

// a count that grows from day to day is a tensor that nobody disposes
app.MapGet("/health", () => new { Status = "healthy", Run = run, LiveTensors = torch.Tensor.TotalCount });

app.Run();

static string? BadInput(Exception? error) => error switch
{
    TrainException => error.Message,
    BadHttpRequestException => "the body must be a JSON array of numbers, one per pixel",
    _ => null,
};
