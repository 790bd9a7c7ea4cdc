namespace TrainSdk.Benchmarks.Kills;

/// <summary>What became of one run that was killed and resumed until its end.</summary>
/// <param name="Kills">Where each kill fell.</param>
/// <param name="Failures">What went wrong; empty where nothing did.</param>
internal sealed record KillTrial(IReadOnlyList<KillPlace> Kills, IReadOnlyList<string> Failures)
{
    private const int MostKills = 40;
    private const int OpeningsOf = 4;
    private const double MoreTime = 1.5;
    private static readonly TimeSpan CheckpointEvery = TimeSpan.FromMilliseconds(1);

    /// <summary>Kills that fell while a file of the run was being replaced.</summary>
    public int WhileWriting => Kills.Count(static place => place is not (KillPlace.BetweenWrites or KillPlace.BeforeTheFirstCheckpoint));

    /// <summary>Trains, kills and resumes until the run has ended, and compares it.</summary>
    /// <param name="folder">The trial's run folder, which is deleted where nothing went wrong.</param>
    /// <param name="whole">The run that nobody killed.</param>
    /// <param name="trainingTime">How long that run trained, with a checkpoint a minute.</param>
    /// <param name="seed">Seed of the training.</param>
    /// <param name="threads">Threads within one operation.</param>
    /// <param name="random">Says when to kill.</param>
    public static KillTrial Run(string folder, string whole, TimeSpan trainingTime, int seed, int threads, Random random)
    {
        List<KillPlace> kills = [];
        try
        {
            var (step, time) = (0L, MoreTime * trainingTime);
            while (!RunFiles.HasEnded(folder) || kills.Count == 0)
            {
                if (RunFiles.HasEnded(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }
                var before = RunFiles.Leftovers(folder);
                var from = random.Next(OpeningsOf) == 0 ? KilledChild.Opening : KilledChild.Training;
                TimeSpan? moment = kills.Count < MostKills ? time * random.NextDouble() : null;
                if (KilledProcess.Run(folder, seed, threads, CheckpointEvery, from, moment).WasKilled)
                {
                    kills.Add(RunFiles.Place(folder, before));
                    var reached = AfterKill(folder, step);
                    // The machine may be slower now than it was for the run that nobody killed.
                    time *= reached > step ? 1 : MoreTime;
                    step = reached;
                }
            }
            return new KillTrial(kills, RunComparison.Differences(whole, folder));
        }
        catch (TrainException failure)
        {
            return new KillTrial(kills, [failure.Message]);
        }
    }

    private static long AfterKill(string folder, long before)
    {
        if (!RunFiles.HasCheckpoint(folder))
        {
            Directory.CreateDirectory(folder);
            Directory.Delete(folder, recursive: true);
            return 0;
        }
        var step = RunFiles.Open(folder);
        return step >= before ? step : throw new TrainException($"the checkpoint of step {before} is lost; the last one is of step {step}");
    }
}
