using System.Diagnostics;
using System.Text;

namespace Tedori.Testing.Commands;

/// <summary>The built command line as a process of its own. It never outlives the test.</summary>
internal sealed class TedoriProcess : IDisposable
{
    private readonly Process process;
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private readonly StringBuilder error = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> waiting = [];

    private TedoriProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, e) => Take(e.Data);
        process.ErrorDataReceived += (_, e) => TakeError(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public string Error
    {
        get
        {
            lock (gate)
                return error.ToString();
        }
    }

    public static TedoriProcess Start(params string[] arguments) => new(Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "tedori.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    })!);

    /// <summary>The first line on standard output that fits, also one that has come already.</summary>
    public Task<string> WaitForLineAsync(Func<string, bool> wanted)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (lines.Find(l => wanted(l)) is { } there)
                return Task.FromResult(there);
            waiting.Add((wanted, found));
        }

        return WhileItTellsAsync(found.Task);
    }

    public async Task<int> WaitForExitAsync()
    {
        await WhileItTellsAsync(ExitAsync());
        return process.ExitCode;
    }

    private async Task<bool> ExitAsync()
    {
        await process.WaitForExitAsync();
        return true;
    }

    // However slow the machine, it tells how far it is: only one that tells nothing more hangs.
    private async Task<T> WhileItTellsAsync<T>(Task<T> task)
    {
        for (var told = -1; ;)
        {
            try
            {
                return await task.WaitAsync(Patience.Limit);
            }
            catch (TimeoutException) when (told != Told)
            {
                told = Told;
            }
        }
    }

    private int Told => Lines.Count + Error.Length;

    /// <summary>Kills it as a power cut would: nothing of it runs any more.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private void Take(string? line)
    {
        lock (gate)
        {
            if (line is not null)
                lines.Add(line);
            foreach (var (wanted, found) in waiting)
            {
                if (line is null)
                    found.TrySetException(new InvalidOperationException($"It ended without that line. {error}"));
                else if (wanted(line))
                    found.TrySetResult(line);
            }
        }
    }

    private void TakeError(string? line)
    {
        lock (gate)
        {
            if (line is not null)
                error.Append(line).Append('\n');
        }
    }
}
