using NodaTime;
using Tedori.Programme.Plans;

namespace Tedori.Workflows.CaseFiles;

/// <summary>How often companies were led to a measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Office">How often by the office.</param>
/// <param name="Chamber">How often by the chamber.</param>
/// <param name="Last">When it was recorded last, or null.</param>
public sealed record ReferralCount(Measure Measure, int Office, int Chamber, Instant? Last)
{
    /// <summary>By both.</summary>
    public int All => Office + Chamber;

    /// <summary>The count with one more.</summary>
    public ReferralCount With(RecordedReferral referral)
    {
        ArgumentNullException.ThrowIfNull(referral);
        var last = Last is { } known && known > referral.At ? known : referral.At;
        return referral.Led switch
        {
            ReferralSource.Office => this with { Office = Office + 1, Last = last },
            ReferralSource.Chamber => this with { Chamber = Chamber + 1, Last = last },
            _ => throw new ArgumentOutOfRangeException(nameof(referral), referral.Led, "Unknown source."),
        };
    }
}
