using NodaTime;

namespace Tedori.Programme.Cases;

/// <summary>
/// A hand-over of a notice to the mail server whose outcome is not on the record: written before it begins, gone with its
/// end. What stands in an outbox may have been taken. Storage format.
/// </summary>
/// <param name="Number">Which hand-over it is, from 1; those that the server surely did not take are not counted.</param>
/// <param name="At">When it began.</param>
/// <param name="Generation">The generation of the link that it carried, or null where it carried none.</param>
/// <param name="LinkUntil">The end of that link's time, exclusive, or null.</param>
/// <param name="Letter">SHA-256 of the letter that goes along as PDF, or null where none does.</param>
/// <param name="WentTo">Address that it really goes to, where all mails are diverted to one; else null.</param>
public sealed record HandOver(
    int Number, Instant At, int? Generation = null, Instant? LinkUntil = null, string? Letter = null, string? WentTo = null);
