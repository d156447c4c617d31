using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Today;

/// <summary>What the first page of the console shows.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Token">For the forms of the page.</param>
/// <param name="Now">When it was asked for.</param>
/// <param name="Counts">How much there is of each kind.</param>
/// <param name="Lines">The most urgent of it.</param>
/// <param name="Health">How the parts of the system are, a sentence each.</param>
public sealed record TodayModel(
    StaffMember Member,
    FormToken Token,
    Instant Now,
    IReadOnlyDictionary<TodayKind, int> Counts,
    IReadOnlyList<TodayLine> Lines,
    IReadOnlyList<string> Health)
{
    /// <summary>Most lines of the page.</summary>
    public const int Most = 100;

    /// <summary>Makes the model of everything that is due: by business days left, then by how long it waits.</summary>
    public static TodayModel Of(
        StaffMember member, FormToken token, Instant now, IReadOnlyCollection<TodayLine> all,
        IReadOnlyList<string> health) => new(
            member, token, now,
            all.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => g.Count()),
            [.. all.OrderBy(l => l.Left?.Count ?? (l.Kind is TodayKind.System ? int.MinValue : int.MaxValue))
                .ThenBy(l => l.Kind).ThenBy(l => l.Since).ThenBy(l => l.Subject, StringComparer.Ordinal).Take(Most)],
            health);
}
