using Tedori.Functions.Components.Forms;
using Tedori.Programme.Plans;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Guidance;

/// <summary>The form by which the chamber records to what it led a company. It shows nothing of a case.</summary>
/// <param name="Member">Who records.</param>
/// <param name="Token">For the form.</param>
/// <param name="Plans">The plans whose measures are offered, the latest first.</param>
/// <param name="Typed">What was posted and could not be taken; empty otherwise.</param>
/// <param name="Errors">What was wrong with it.</param>
/// <param name="Recorded">The receipt number that was recorded last, or null.</param>
public sealed record ReferralRecordModel(
    StaffMember Member, FormToken Token, IReadOnlyList<Plan> Plans, PostedForm Typed, IReadOnlyList<FieldError> Errors, string? Recorded);
