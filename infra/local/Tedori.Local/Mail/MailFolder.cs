using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Workflows.Inbound;

namespace Tedori.Local.Mail;

/// <summary>
/// Takes the mails that are put into a folder as files (<c>.eml</c>), looked at every second. What is kept moves to
/// <c>taken</c> beside them; what is too large moves to <c>refused</c>.
/// </summary>
internal sealed class MailFolder : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private MailFolder(string folder, IServiceProvider services)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        running = WatchAsync(services, stop.Token);
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Ends when it is no longer watched; fails where that is not because it was told to.</summary>
    public Task Running => running;

    /// <summary>Watches it, creating it where it is absent.</summary>
    public static MailFolder Open(string folder, IServiceProvider services) => new(folder, services);

    /// <summary>Stops; a file that was not taken yet stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task WatchAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var logger = services.GetRequiredService<ILogger<MailFolder>>();
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            foreach (var file in Waiting())
            {
                try
                {
                    await TakeAsync(services, file, cancellation);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // Somebody may be writing it still: it is tried again with the next look.
                    logger.LogWarning("A mail in the folder cannot be taken yet ({Reason}).", e.GetType().Name);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // The others are not held back by it, and it is tried again.
                    logger.LogError(e, "A mail in the folder could not be taken.");
                }
            }
        }
    }

    // What has no length is empty still, or is no file: whoever opened a pipe would wait for ever.
    private IEnumerable<FileInfo> Waiting() => new DirectoryInfo(Folder)
        .GetFiles("*.eml", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
        .Where(f => !f.Name.StartsWith('.') && f.Exists && f.Length > 0);

    private async Task TakeAsync(IServiceProvider services, FileInfo file, CancellationToken cancellation)
    {
        if (file.Length > InboundPost.MostBytes)
        {
            Move(file, "refused");
            return;
        }

        // A file that is open for writing elsewhere cannot be opened alone.
        byte[] raw;
        using (var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            raw = new byte[stream.Length];
            await stream.ReadExactlyAsync(raw, cancellation);
        }

        await using var scope = services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        await scope.ServiceProvider.GetRequiredService<InboundService>().ReceiveAsync(new(raw, now), cancellation);
        Move(file, "taken");
    }

    private void Move(FileInfo file, string where)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, where)).FullName;
        file.MoveTo(Path.Combine(folder, file.Name), overwrite: true);
    }
}
