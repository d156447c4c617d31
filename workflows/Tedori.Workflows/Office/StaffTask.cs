using NodaTime;

namespace Tedori.Workflows.Office;

/// <summary>Something that staff have to look at. Storage format.</summary>
/// <param name="Kind">What it is, for example <c>mailTrouble</c>.</param>
/// <param name="Subject">Id of the case, notice or round it is about.</param>
/// <param name="At">Since when.</param>
/// <param name="Text">What happened and what to do, in Japanese.</param>
/// <param name="DoneAt">When a member marked it as done, or null while it is open.</param>
/// <param name="DoneBy">Id of that member, or null.</param>
/// <param name="DoneName">Name of that member, or null.</param>
public sealed record StaffTask(
    string Kind, string Subject, Instant At, string Text, Instant? DoneAt = null, string? DoneBy = null,
    string? DoneName = null)
{
    /// <summary>Key of the task: one for each kind and subject.</summary>
    public static string KeyOf(string kind, string subject) => $"{kind}.{subject}";
}
