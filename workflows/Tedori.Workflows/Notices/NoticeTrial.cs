using System.Net;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Inbound;
using Tedori.Programme.Notices;
using Tedori.Programme.Text;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Tries a kind of notice with a case (通知の試し): as it would read if it were caused now, or as it read when it was caused. It may
/// be sent to the office, and never to a company. The case, its outbox and its ledger stay as they are.
/// </summary>
public sealed class NoticeTrial(
    CaseCommandHandler cases, CaseHistory history, EditionCatalog editions, NoticePreview preview, NoticeRepetition repetition,
    IMail mail, MailPace pace, MailDiversion diversion, IClock clock)
{
    /// <summary>What the subject of a mail begins with that is only tried.</summary>
    public const string Mark = "【試し】";

    /// <summary>The notice, or why none can be made. Changes nothing.</summary>
    public async Task<TriedNotice> OfAsync(CaseId id, NoticeKind kind, CancellationToken cancellation = default)
    {
        if (await cases.ReadAsync(id, cancellation) is not { State: var state })
            return new(null, null, new("noSuchCase", $"受付番号{id}の申請はありません。番号を確認してください。"));
        var (edition, now) = (editions.Of(id), clock.GetCurrentInstant());
        var asked = kind == NoticeKind.Repeated
            ? await RepetitionAsync(id, cancellation)
            : TrialCommands.Of(edition, state, kind, now).Select(c => new AskedOfCase(id, c));
        foreach (var one in asked)
        {
            var (mails, _) = await preview.OfAsync(one, cancellation);
            if (mails.FirstOrDefault(m => m.Notice.Kind == kind) is { } found)
                return new(found, null, null);
        }

        if (Requested(state, kind, now) is { } notice)
            return new(await preview.RenderAsync(notice, cancellation), null, null);
        return await PastAsync(id, kind, cancellation) is var (past, at)
            ? new(await preview.RenderAsync(past, cancellation), at, null)
            : new(null, null, new("kindNotPossible",
                $"この申請は「{CaseLabels.Of(state.Step)}」の段階で、この種類の通知のもとになる出来事がまだなく、今起こすこともできません。"
                + "ほかの種類か、ほかの申請を選んでください。"));
    }

    /// <summary>Sends what is tried to the office. The same key again is the same mail where the mail server can tell.</summary>
    /// <param name="key">Key of the request.</param>
    /// <param name="id">The case.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A refusal, or null where the mail server took it.</returns>
    public async Task<Refusal?> SendAsync(
        string key, CaseId id, NoticeKind kind, CancellationToken cancellation = default)
    {
        var (tried, _, refusal) = await OfAsync(id, kind, cancellation);
        if (tried is null)
            return refusal;
        if (await RecipientAsync(id, cancellation) is not { } to)
            return new("noTrialAddress", "この年度のファイルに事務局のメールアドレスがないか、企業のアドレスと同じため、試しのメールは送れません。");
        var (trial, now) = ($"trial.{key}", clock.GetCurrentInstant());
        if (pace.Admit(new(trial, to), now) is not null)
            return new("trialsTooMany", "短い時間に多くのメールを送っています。しばらくしてから、もう一度送ってください。");
        try
        {
            await mail.SendAsync(diversion.Of(MailOf(trial, to, tried.Mail, now)), cancellation);
            return null;
        }
        catch (Exception e) when (e is MailNotTakenException or MailRefusedException or IOException)
        {
            return new("trialNotTaken", "メールサーバーが、試しのメールを受け付けたと答えませんでした。届いていなければ、しばらくしてからもう一度送ってください。");
        }
    }

    /// <summary>Where what is tried is sent to: the office, unless that is an address of the company. Null where there is none.</summary>
    public async Task<string?> RecipientAsync(CaseId id, CancellationToken cancellation = default) =>
        editions.Of(id).Contact?.Email is { } office
        && await cases.ReadAsync(id, cancellation) is { State: var state }
        && !MailAddresses.AreSame(office, state.Entry.Email)
            ? office
            : null;

    private async Task<IEnumerable<AskedOfCase>> RepetitionAsync(CaseId id, CancellationToken cancellation) =>
        (await repetition.OfCaseAsync(id, cancellation)).LastOrDefault(n => n.Notice.Kind != NoticeKind.Repeated) is { } last
        && await repetition.AsksAsync(last.Notice.Id, null, cancellation) is { } asked
            ? [asked]
            : [];

    // Caused by a request and not by an event.
    private Notice? Requested(CaseState state, NoticeKind kind, Instant now) => kind switch
    {
        NoticeKind.LinkSentAgain => LinkNotice.Compose(state, 1, now),
        NoticeKind.MailReceived => MailNotice.Compose(
            editions.Of(state.Id), state, 1, new(now, state.Entry.Email, InboundKind.Message, 1)),
        _ => null,
    };

    private async Task<(Notice Notice, Instant At)?> PastAsync(CaseId id, NoticeKind kind, CancellationToken cancellation)
    {
        var events = await history.EventsAsync(id, cancellation);
        return FollowedEvent.Of(editions.Of(id), null, 0, [.. events.Select(e => e.Event)])
            .LastOrDefault(f => f.Notice?.Kind == kind) is { } last
                ? (last.Notice!, last.Event.At)
                : null;
    }

    private static OutgoingMail MailOf(string trial, string to, RenderedMail tried, Instant now)
    {
        const string line = "これは試しのメールです。企業には送っていません。リンクは開けません。";
        return new(trial, to, "事務局", Mark + tried.Subject, $"{line}\n\n{tried.Text}",
            MailDiversion.WithFirst(tried.Html, $"<p>{WebUtility.HtmlEncode(line)}</p>"), now)
        {
            Attachments = tried.Letter is { } letter ? [letter] : [],
        };
    }
}

/// <summary>A notice that is tried.</summary>
/// <param name="Mail">As it would be read, or null.</param>
/// <param name="HappenedAt">When it was caused, or null where it would be caused now.</param>
/// <param name="Refusal">Why there is none, or null.</param>
public sealed record TriedNotice(ExpectedMail? Mail, Instant? HappenedAt, Refusal? Refusal);
