using TrainSdk.Files;

namespace TrainSdk.Runtime.Tests.Files;

/// <summary>
/// A real folder in which one call fails in one of the ways of <see cref="Fault"/>. Nothing is flushed in truth; what would not have been
/// is remembered, and lost with the power.
/// </summary>
/// <param name="at">The call that fails, from 0.</param>
/// <param name="fault">How.</param>
internal sealed class FaultyFiles(int at, Fault fault) : IFileSystem
{
    private readonly List<FaultyFile> _open = [];
    private readonly List<(string Folder, Action Undo)> _names = [];
    private readonly Lock _oneAtATime = new();
    private bool _isDead;

    /// <summary>Calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Told before each call of its kind and its path.</summary>
    public Action<string, string>? Before { get; init; }

    public IOutputFile Create(string path)
    {
        Do("create", path, () => Named(path, () => File.WriteAllBytes(path, [])));
        return Opened(path, LocalFileSystem.Instance.Continue(path, 0), 0);
    }

    public IOutputFile Continue(string path, long length)
    {
        Do("continue", path, static () => { });
        return Opened(path, LocalFileSystem.Instance.Continue(path, length), length);
    }

    public void CreateFolder(string path) => Do("folder", path, () => Directory.CreateDirectory(path));

    public void Rename(string path, string target) => Do("rename", target, () =>
    {
        var moved = File.ReadAllBytes(path);
        Named(target, () => File.Move(path, target, overwrite: true));
        _names.Add((Path.GetDirectoryName(path)!, () => File.WriteAllBytes(path, moved)));
        _open.RemoveAll(file => file.Path == target);
        _open.ForEach(file => file.Path = file.Path == path ? target : file.Path);
    });

    public void Delete(string path) => Do("delete", path, () => Named(path, () => File.Delete(path)));

    public void SyncFolder(string path) => Do("sync folder", path, () => _names.RemoveAll(name => name.Folder == path));

    /// <summary>Does a call, or what is left of it; training and the checkpoint's thread call at once.</summary>
    public void Do(string call, string path, Action whole, Action? half = null)
    {
        Before?.Invoke(call, path);
        lock (_oneAtATime)
        {
            DoAlone(path, whole, half);
        }
    }

    private void DoAlone(string path, Action whole, Action? half)
    {
        if (_isDead)
        {
            throw new CrashException();
        }
        if (Calls++ != at)
        {
            whole();
            return;
        }
        if (fault is Fault.HalfDone or Fault.CrashHalfDone)
        {
            half?.Invoke();
        }
        if (fault is Fault.Error or Fault.HalfDone)
        {
            throw new IOException($"No space left on device : '{path}'", 28);
        }
        Die();
        throw new CrashException();
    }

    private void Die()
    {
        _isDead = true;
        if (fault is Fault.BytesLost or Fault.AllLost)
        {
            _open.ForEach(static file => file.LoseBytes());
        }
        if (fault is Fault.NamesLost or Fault.AllLost)
        {
            Enumerable.Reverse(_names).ToList().ForEach(static name => name.Undo());
        }
    }

    private IOutputFile Opened(string path, IOutputFile file, long length)
    {
        var faulty = new FaultyFile(this, path, file, length);
        lock (_oneAtATime)
        {
            _open.RemoveAll(other => other.Path == path);
            _open.Add(faulty);
        }
        return faulty;
    }

    private void Named(string path, Action change)
    {
        var before = File.Exists(path) ? File.ReadAllBytes(path) : null;
        change();
        _names.Add((Path.GetDirectoryName(path)!, before is null ? () => File.Delete(path) : () => File.WriteAllBytes(path, before)));
    }
}
