using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>What was filed and can still be replaced (差し替え).</summary>
/// <param name="Form">The form that files it again.</param>
/// <param name="Deadline">Until when.</param>
public sealed record Replaceable(FormKey Form, Deadline Deadline)
{
    private static readonly FormKey[] Forms = [new(FormKind.Company), new(FormKind.Project), new(FormKind.Claim)];

    /// <summary>What can be replaced now, or null: at most one filing waits for its deadline.</summary>
    public static Replaceable? Of(Edition edition, CaseState state, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Forms.Where(f => state.Filed.ContainsKey(f.FilesIn!.Value)
                && CaseDecider.CheckReplacement(state, f.FilesIn!.Value) is null)
            .Select(f => new Replaceable(f, new(FilingForms.CutoffOf(edition, state, f)!, now)))
            .FirstOrDefault(r => !r.Deadline.IsOver);
    }
}
