using Microsoft.Extensions.Logging;
using Tedori.Programme;
using Tedori.Programme.Audit;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Workflows.Health;

/// <summary>
/// Looks whether everything answers: the record, the evidence, the sweeper, the durable timers; and whether mails go to whom they
/// are meant for. Changes nothing.
/// </summary>
public sealed class HealthService(
    CaseRegister register, RoundRecords rounds, IEvidenceStore evidence, SweepLog sweeps, CanaryService canaries, StartCheck start,
    MailDiversion diversion, ILogger<HealthService> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Checks all parts at once, each for at most five seconds.</summary>
    public async Task<HealthReport> CheckAsync(CancellationToken cancellation = default)
    {
        var first = register.Start;
        var checks = await Task.WhenAll(
            CheckAsync("records", c => RecordsAsync(first.Round, c), cancellation),
            CheckAsync("keys", KeysAsync, cancellation),
            CheckAsync("evidence", c => EvidenceAsync(new(first.Round, first.Serial), c), cancellation),
            CheckAsync("sweeper", SweeperAsync, cancellation),
            CheckAsync("canary", CanaryAsync, cancellation),
            CheckAsync("mail", _ => Task.FromResult(diversion.Address is null ? HealthReport.Ok : HealthReport.Diverted), cancellation));
        var failing = checks.Any(c => c.Status == HealthReport.Failing);
        return new(failing ? HealthReport.Failing : HealthReport.Ok, checks.ToDictionary(c => c.Name, c => c.Status));
    }

    private async Task<string> RecordsAsync(RoundId round, CancellationToken cancellation)
    {
        await rounds.StateAsync(round, cancellation);
        return await start.FaultAsync(cancellation) is { } fault ? throw new InvalidOperationException(fault) : HealthReport.Ok;
    }

    private async Task<string> KeysAsync(CancellationToken cancellation) =>
        await start.KeysOpenAsync(cancellation) ? HealthReport.Ok : HealthReport.Failing;

    // That there is no such file is an answer too.
    private async Task<string> EvidenceAsync(CaseId id, CancellationToken cancellation)
    {
        var file = await evidence.OpenAsync(id, HashChain.Start, cancellation);
        if (file is not null)
            await file.DisposeAsync();
        return HealthReport.Ok;
    }

    private async Task<string> SweeperAsync(CancellationToken cancellation) =>
        await sweeps.AgeAsync(cancellation) switch
        {
            null => HealthReport.NoneYet,
            // A sweep in the future means that the clock was set back.
            { } age => age <= SweepLog.Patience && age >= -SweepLog.Patience ? HealthReport.Ok : HealthReport.Failing,
        };

    private async Task<string> CanaryAsync(CancellationToken cancellation) =>
        await canaries.LatestAsync(cancellation) switch
        {
            null => HealthReport.NoneYet,
            { FiredAt: not null } => HealthReport.Ok,
            _ => HealthReport.Failing,
        };

    private async Task<(string Name, string Status)> CheckAsync(
        string name, Func<CancellationToken, Task<string>> check, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return (name, await check(limit.Token).WaitAsync(limit.Token));
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The reason is for the log: it may name an account or a path.
            logger.LogError(e, "The health check of {Part} failed.", name);
            return (name, HealthReport.Failing);
        }
    }
}
