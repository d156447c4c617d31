using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.CaseFiles;

/// <summary>That a company was led to a measure of the cooperation plan (適切な誘導). Storage format.</summary>
/// <param name="Case">The company's case.</param>
/// <param name="Measure">Id of the measure, for example <c>r7-1-tokyo-a</c>.</param>
/// <param name="Led">Who led it there.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Id of the member who recorded it.</param>
/// <param name="Name">Name of the member.</param>
public sealed record RecordedReferral(CaseId Case, string Measure, ReferralSource Led, Instant At, string By, string Name);

/// <summary>Who led a company to a measure. Names are storage format.</summary>
public enum ReferralSource
{
    /// <summary>The office (事務局).</summary>
    Office,

    /// <summary>The Tokyo chamber of commerce (東京商工会議所), as the office heard from it.</summary>
    Chamber,
}
