using Tedori.Programme.Cases;

namespace Tedori.Season.Checks;

/// <summary>
/// Every decision that refuses or pays has a letter number, no number stands twice in any year, whatever is not granted of
/// a claim has its reason, and every payment was released by two people.
/// </summary>
internal sealed class DecisionCheck : ISeasonCheck
{
    private readonly Findings findings = new("decisions by two");
    private readonly Dictionary<string, string> numbers = [];

    public void Add(CaseDossier dossier)
    {
        foreach (var e in dossier.Events)
        {
            switch (e)
            {
                case CaseEvent.EligibilityFailed x:
                    Number(dossier, x.Document);
                    break;
                case CaseEvent.GrantRefused x:
                    Number(dossier, x.Document);
                    break;
                case CaseEvent.GrantDecided x:
                    Number(dossier, x.Document);
                    Reasons(dossier, x);
                    break;
                case CaseEvent.PaymentReleased x:
                    findings.Expect(x.ProposedBy != x.ApprovedBy && x.Yen == dossier.State.GrantYen,
                        () => $"{dossier.Id}: paid {x.Yen} by {x.ProposedBy} and {x.ApprovedBy}");
                    break;
            }
        }

        findings.Expect(dossier.Events.Count(e => e is CaseEvent.PaymentReleased)
            == dossier.Events.Count(e => e is CaseEvent.GrantDecided), () => $"{dossier.Id}: granted and not paid once");
    }

    public Task<Invariant> FinishAsync() => Task.FromResult(findings.ToInvariant("letters, reasons and payments"));

    private void Number(CaseDossier dossier, string? number) => findings.Expect(
        number is not null && numbers.TryAdd(number, dossier.Id.ToString()),
        () => $"{dossier.Id}: letter {number ?? "without a number"}, {numbers.GetValueOrDefault(number ?? "", "")}");

    private void Reasons(CaseDossier dossier, CaseEvent.GrantDecided granted)
    {
        var claimed = dossier.Events.OfType<CaseEvent.ClaimSubmitted>().Last().Claim;
        var missing = claimed.Items.Except(granted.Approved.Items).Order();
        findings.Expect(missing.SequenceEqual((granted.Refused ?? []).Where(r => r.Reason.Length > 0).Select(r => r.Item)),
            () => $"{dossier.Id}: granted less than claimed without a reason");
    }
}
