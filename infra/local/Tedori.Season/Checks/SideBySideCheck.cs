using NodaTime;
using Tedori.Local.Mail;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Season.Checks;

/// <summary>
/// The years do overlap and keep apart: each case and each mail is of one year and names no other, and a place of one
/// year bars nobody from the next.
/// </summary>
internal sealed class SideBySideCheck(IReadOnlyList<Edition> editions, Outbox outbox) : ISeasonCheck
{
    private readonly Findings findings = new("years side by side");
    private readonly Dictionary<string, (Instant First, Instant Last)> lives = [];
    private readonly Dictionary<(string Edition, string Number), int> wins = [];
    private readonly List<(string Edition, string Number, string Id)> barred = [];

    public void Add(CaseDossier dossier)
    {
        var edition = dossier.Id.Round.Edition;
        var (first, last) = (dossier.Events[0].At, dossier.Events[^1].At);
        lives[edition] = lives.TryGetValue(edition, out var life)
            ? (Instant.Min(life.First, first), Instant.Max(life.Last, last))
            : (first, last);
        if (dossier.State.Entry.CorporateNumber is not { } number)
            return;
        if (dossier.Events.Any(e => e is CaseEvent.Won or CaseEvent.Promoted))
            wins[(edition, number)] = wins.GetValueOrDefault((edition, number)) + 1;
        if (dossier.Events.OfType<CaseEvent.Excluded>().Any(
            e => e.Reason == Programme.Entries.Exclusion.AlreadySelected))
            barred.Add((edition, number, dossier.Id.ToString()));
    }

    public async Task<Invariant> FinishAsync()
    {
        foreach (var (earlier, later) in editions.Zip(editions.Skip(1)))
            findings.Expect(lives[later.Id].First < lives[earlier.Id].Last,
                () => $"{later.Id} begins when {earlier.Id} is over");
        foreach (var (edition, number, id) in barred)
            findings.Expect(wins.ContainsKey((edition, number)), () => $"{id} was barred by a place of another year");
        await foreach (var mail in outbox.AllAsync())
            Look(mail);
        return findings.ToInvariant("years, exclusions and mails");
    }

    private void Look(SentMail mail)
    {
        var id = NoticeId.Parse(mail.NoticeId).CaseId;
        var own = editions.Single(e => e.Id == id.Round.Edition);
        findings.Expect(mail.Text.Contains(own.Name, StringComparison.Ordinal)
            && editions.All(e => e == own || !(mail.Text + mail.Html).Contains(e.Name, StringComparison.Ordinal)),
            () => $"{mail.NoticeId} names another year than {own.Id}");
    }
}
