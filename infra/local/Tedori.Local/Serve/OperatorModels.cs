using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Operator;
using Tedori.Local.Composition;
using Tedori.Local.Mail;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Local.Serve;

/// <summary>Reads what the operator's pages show.</summary>
internal sealed class OperatorModels(LocalPlatform platform, ServeClock clock)
{
    private const int PageSize = 50;

    public async Task<RoundsModel> RoundsAsync((string Name, string Value) token)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var rounds = scope.ServiceProvider.GetRequiredService<RoundRecords>();
        var lines = new List<RoundLine>();
        foreach (var edition in platform.Services.GetRequiredService<EditionCatalog>().All)
        {
            foreach (var round in edition.Rounds)
            {
                var id = new RoundId(edition.Id, round.Number);
                var (state, _) = await rounds.StateAsync(id);
                lines.Add(new(round, state, await rounds.CountAsync(id)));
            }
        }

        return new(clock.Now, platform.Engine.NextDue, token, lines);
    }

    /// <summary>A page of the cases of a round, or null where there is no such round.</summary>
    public async Task<CasesModel?> CasesAsync(string round, int page)
    {
        if (!RoundId.TryParse(round, out var id) || !Knows(id))
            return null;
        await using var scope = platform.Services.CreateAsyncScope();
        var rounds = scope.ServiceProvider.GetRequiredService<RoundRecords>();
        var service = scope.ServiceProvider.GetRequiredService<CaseCommandHandler>();
        var states = new List<CaseState>();
        await foreach (var entry in platform.Records.ScanAsync(RoundRows.EntriesOf(id)).Skip((page - 1) * PageSize).Take(PageSize))
        {
            if (await service.ReadAsync(entry.Body.CaseId) is { } snapshot)
                states.Add(snapshot.State);
        }

        return new(id, states, page, PagesOf(await rounds.CountAsync(id)));
    }

    /// <summary>One case, or null where there is none.</summary>
    public async Task<CaseModel?> CaseAsync(string caseId)
    {
        if (!CaseId.TryParse(caseId, out var id) || !Knows(id.Round))
            return null;
        await using var scope = platform.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().ReadAsync(id) is not { State: { } state })
            return null;
        var events = await platform.Records.ScanAsync(CaseRows.EventsOf(id))
            .Select(r => r.Read(LineOf)).ToListAsync();
        var sent = await platform.Records.BodiesAsync(CaseRows.SentOf(id)).ToListAsync();
        var edition = scope.ServiceProvider.GetRequiredService<EditionCatalog>().Of(id);
        return new(state, DeadlineOf(edition, state), events, [.. sent.OrderBy(s => s.Notice.Cause)]);
    }

    public OutboxModel Outbox(int page)
    {
        var total = platform.Outbox.Count();
        var mails = platform.Outbox.Newest((page - 1) * PageSize, PageSize).Select(LineOf).ToList();
        return new(mails, total, page, PagesOf(total));
    }

    /// <summary>One message, or null where there is none.</summary>
    public (MailModel Model, string Html)? Mail(string noticeId) => platform.Outbox.Find(noticeId) is { } mail
        ? (new(LineOf(mail), $"{mail.FromName} <{mail.From}>", mail.ReplyTo, mail.MessageId,
            mail.Text.ReplaceLineEndings("\n"))
        { Attachments = mail.Attachments },
            mail.Html)
        : null;

    private bool Knows(RoundId id) => platform.Services.GetRequiredService<EditionCatalog>().All
        .Any(e => e.Id == id.Edition && id.Number <= e.Rounds.Count);

    // Nothing is filed at the end of the implementation, so it says nothing of channels.
    private static string? DeadlineOf(Edition edition, CaseState state) =>
        CaseSchedule.Current(edition, state) is not { } cutoff ? null
        : state.Step == Step.Implementation ? $"取組期限は{JapaneseDate.Full(cutoff.Date)}です。"
        : cutoff.Explanation;

    private static int PagesOf(int count) => (count + PageSize - 1) / PageSize;

    private static MailLine LineOf(SentMail mail) =>
        new(mail.NoticeId, mail.At, $"{mail.ToName} <{mail.To}>", mail.Subject);

    private static EventLine LineOf(EventRow row) =>
        new(row.Number, row.Read().At, row.Event.GetProperty("type").GetString()!, row.Hash);
}
