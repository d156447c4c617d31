using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Tedori.Local.Mail;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Programme.Serialization;
using Tedori.Season.Checks;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Season.Reporting;

/// <summary>
/// Everything that happened, as JSON lines in order of time, so that somebody else can check the run.
/// </summary>
internal sealed class Journal(
    SeasonOptions options, IRecords records, CaseReader cases, RoundRecords rounds, PlaceService places,
    Disruptions disruptions, Outbox outbox)
{
    private const int OfNoRound = 0;
    private readonly List<JournalLine> lines = [];

    public async Task WriteAsync(TextWriter writer)
    {
        foreach (var round in options.Rounds)
            await AddRoundAsync(round);
        foreach (var edition in options.Editions)
            await AddCarriedAsync(edition.Id);
        await AddDisruptionsAsync();
        await foreach (var dossier in cases.AllAsync())
            AddCase(dossier);
        await foreach (var mail in outbox.AllAsync())
            AddMail(mail);
        lines.Sort(static (a, b) =>
            a.At != b.At ? a.At.CompareTo(b.At)
            : a.Order != b.Order ? a.Order.CompareTo(b.Order)
            : a.Subject != b.Subject ? string.CompareOrdinal(a.Subject, b.Subject)
            : a.Place.CompareTo(b.Place));
        foreach (var line in lines)
            await writer.WriteAsync(line.Json + "\n");
    }

    private async Task AddCarriedAsync(string edition)
    {
        foreach (var posting in (await places.LedgerAsync(edition)).Postings)
        {
            // By what a repetition is known is nothing that happened.
            var carried = posting with { Key = null };
            var into = new RoundId(edition, posting.To);
            Add(posting.At, 0, $"carried-{into}", "places.carried", null, into, null, carried);
        }
    }

    // An outage is of no round; it is told of each year, because it is one of the office.
    private async Task AddDisruptionsAsync()
    {
        var (windows, outages) = await disruptions.AllAsync();
        foreach (var moved in windows)
            Add(moved.At, 0, $"window-{moved.Round}", "window.moved", null, moved.Round, null,
                new { closes = moved.Closes, reason = moved.Reason });
        foreach (var (edition, outage) in options.Editions.SelectMany(e => outages, (e, o) => (e, o)))
            Add(outage.At, 0, $"outage-{edition.Id}", "outage.declared", null, new(edition.Id, OfNoRound), null,
                new { from = outage.From, until = outage.Until, reason = outage.Reason });
    }

    private async Task AddRoundAsync(RoundId id)
    {
        foreach (var (entry, _) in await rounds.EntriesAsync(id))
        {
            // Of two that came at one instant the receipt number says which was first, as it does in the sealed list.
            Add(entry.ReceivedAt, 0, $"{entry.CaseId}", "entry.received", entry.CaseId, id, null,
                new { key = entry.Key, receivedAt = entry.ReceivedAt, accepted = true, form = entry.Form });
        }

        await foreach (var refused in records.BodiesAsync(RoundRows.AttemptsOf(id)))
        {
            Add(refused.ReceivedAt, 0, refused.Key, "entry.received", null, id, null,
                new
                {
                    key = refused.Key,
                    receivedAt = refused.ReceivedAt,
                    accepted = false,
                    refusal = refused.Refusal.Code
                });
        }

        await AddDrawAsync((await rounds.StateAsync(id)).State);
    }

    private async Task AddDrawAsync(RoundState state)
    {
        if (state.SealedAt is { } sealedAt && await rounds.ListAsync(state.Id) is var (list, rows))
        {
            var salts = list.Entries.ToDictionary(e => e.CaseId, e => e.Salt);
            Add(sealedAt, 1, $"{state.Id}", "list.sealed", null, state.Id, null, new
            {
                entries = state.Entries,
                excluded = state.Excluded,
                digest = state.Digest,
                tree = MerkleTree.Algorithm,
                list = rows.Select(r => new { r.Number, r.CaseId, r.ReceivedAt, r.Exclusion, salt = SaltOf(salts, r) }),
            });
        }

        foreach (var draw in await rounds.DrawsAsync(state.Id))
            await AddDrawAsync(state, draw);
        if (state.ReleasedAt is { } releasedAt)
            Add(releasedAt, 3, $"{state.Id}", "result.released", null, state.Id, null, new { by = state.ReleasedBy });
    }

    private static Hash256? SaltOf(Dictionary<CaseId, Hash256> salts, ListRow row) =>
        row.Exclusion is null ? salts[row.CaseId] : null;

    private async Task AddDrawAsync(RoundState state, DrawRow draw) =>
        Add(draw.DrawnAt, 2, $"{state.Id}.{draw.Number}", "draw.drawn", null, state.Id, null, new
        {
            draw = draw.Number,
            algorithm = draw.Algorithm,
            announcedAt = draw.AnnouncedAt,
            beacon = draw.Beacon,
            seed = draw.Value.Randomness,
            proof = draw.Value.Proof,
            places = state.Places,
            carriedIn = state.CarriedIn,
            won = draw.Won,
            redraw = draw.Redraw,
            ranking = await rounds.PagesAsync(RoundRows.ResultsOf(state.Id, draw.Number)),
        });

    private void AddCase(CaseDossier dossier)
    {
        CaseState? state = null;
        foreach (var (row, e) in dossier.Rows.Zip(dossier.Events))
        {
            if (Filed(e, dossier) is var (filed, filing))
                AddSubmission(dossier.Id, e.At, filed, filing.Receipt, filing.Key, null);
            Add(e.At, 5, $"{dossier.Id}-{row.Number:0000}", "case.event", dossier.Id, dossier.Id.Round,
                state?.Step,
                new { number = row.Number, hash = row.Hash, @event = row.Event });
            state = CaseEvolution.Evolve(state, e);
        }

        foreach (var attempt in dossier.Attempts)
            AddSubmission(dossier.Id, attempt.At, attempt.Step, attempt.Receipt, attempt.Key, attempt.Refusal.Code);
        foreach (var sent in dossier.Sent.Where(s => s.State == NoticeState.Bounced))
            Add(sent.StateAt, 7, $"{sent.Notice.Id}", "mail.returned", dossier.Id, dossier.Id.Round, null,
                new { notice = sent.Notice.Id });
    }

    private static (Step, Filing)? Filed(CaseEvent e, CaseDossier dossier) => e switch
    {
        CaseEvent.CompanyRegistered x => (Step.CompanyRegistration, x.Filing),
        CaseEvent.ProjectRegistered x => (Step.ProjectRegistration, x.Filing),
        CaseEvent.ClaimSubmitted x => (Step.Claim, x.Filing),
        CaseEvent.CorrectionAnswered x => (dossier.Events.OfType<CaseEvent.CorrectionRequested>()
            .Single(r => r.Correction.Number == x.Number).Correction.Review, x.Filing),
        _ => null,
    };

    private void AddSubmission(CaseId id, Instant decidedAt, Step step, Receipt receipt, string key, string? refusal)
    {
        var at = receipt.Match(electronic => electronic.ReceivedAt, _ => decidedAt);
        Add(at, 4, $"{id}-{key}", "submission.received", id, id.Round, step, receipt.Match<object>(
            electronic => new
            {
                channel = "electronic",
                receivedAt = electronic.ReceivedAt,
                decidedAt,
                accepted = refusal is null,
                refusal,
                key
            },
            post => new
            {
                channel = "post",
                postmark = post.Postmark,
                arrived = post.Arrived,
                decidedAt,
                accepted = refusal is null,
                refusal,
                key
            }));
    }

    private void AddMail(SentMail mail)
    {
        var id = NoticeId.Parse(mail.NoticeId);
        Add(mail.At, 6, mail.NoticeId, "mail.sent", id.CaseId, id.CaseId.Round, null, new
        {
            notice = mail.NoticeId,
            kind = NoticeId.NameOf(id.Kind),
            cause = id.Cause,
            to = mail.To,
            subject = mail.Subject,
            text = mail.Text,
            messageId = mail.MessageId,
        });
    }

    private void Add(
        Instant at, int order, string subject, string type, CaseId? id, RoundId round, Step? step, object payload)
    {
        var line = new JsonObject
        {
            ["at"] = JsonSerializer.SerializeToNode(at, TedoriJson.Options),
            ["type"] = type,
        };
        if (round.Number != OfNoRound)
            line["round"] = round.Number;
        if (options.Further.Count > 0)
            line["edition"] = round.Edition;
        if (id is { } caseId)
            line["case"] = caseId.ToString();
        if (step is { } s)
            line["step"] = JsonSerializer.SerializeToNode(s, TedoriJson.Options);
        foreach (var (name, value) in JsonSerializer.SerializeToNode(payload, TedoriJson.Options)!.AsObject().ToList())
            line[name] = value?.DeepClone();
        lines.Add(new(at, order, subject, lines.Count, line.ToJsonString(TedoriJson.Options)));
    }
}
