using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Inbound;
using Tedori.Programme.Notices;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Inbound;

/// <summary>Tells a company once a day at most that its mail came and is no filing. Safe to repeat.</summary>
public sealed class InboundAnswers(IRecords records, CaseCommandHandler cases, EditionCatalog editions, IHints hints)
{
    // A notice's number has four digits.
    private const int Most = 9_999;

    /// <summary>
    /// Puts the notice into the outbox of the mail's case, unless one of the mail's day, in Japan, was put there: whichever mail
    /// caused it.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellation">Ends the wait; a notice that was committed leaves.</param>
    /// <returns>The notice that answers this mail, or null where it is not answered.</returns>
    public async Task<NoticeId?> AnswerAsync(InboundMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.Case is not { } id || !InboundRules.IsAnswered(mail.Kind, mail.Proof))
            return null;
        if (await cases.ReadAsync(id, cancellation) is not { State: { } state })
            return null;
        var day = JapanTime.DateOf(mail.ReceivedAt);
        var number = await records.ChangeAsync(InboundRows.Answered(id), before =>
        {
            if (before is { Day: var last } && last >= day)
                return new Change<InboundAnswer, int?>(before, before.Mail == mail.Id ? before.Number : null);
            if (before is { Number: >= Most })
                return new(before, null);
            var answered = new InboundAnswer(day, (before?.Number ?? 0) + 1, mail.Id);
            var notice = MailNotice.Compose(editions.Of(id), state, answered.Number, AsAnswered(mail));
            return new(answered, answered.Number, [CaseRows.Pending(notice.Id).Insert(notice)]);
        }, cancellation);
        if (number is not { } given)
            return null;
        var told = new NoticeId(id, NoticeKind.MailReceived, given);
        // Also where an earlier run ended before it.
        await hints.NoticePendingAsync(told, cancellation);
        return told;
    }

    private static AnsweredMail AsAnswered(InboundMail mail) =>
        new(mail.ReceivedAt, mail.From, mail.Kind, mail.Files.Count + (mail.FilesLeftOut ?? 0));
}

/// <summary>The last answer to a mail of a case. Storage format.</summary>
/// <param name="Day">The day in Japan on which the mail was received.</param>
/// <param name="Number">Number of the notice, from 1.</param>
/// <param name="Mail">Id of the mail.</param>
public sealed record InboundAnswer(LocalDate Day, int Number, string Mail);
