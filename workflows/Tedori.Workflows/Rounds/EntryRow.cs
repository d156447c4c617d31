using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;

namespace Tedori.Workflows.Rounds;

/// <summary>An entry in its round's partition. Storage format.</summary>
/// <param name="CaseId">The case it opens.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Key">Key of the request.</param>
/// <param name="Form">What the company stated.</param>
/// <param name="Closed">
/// Whether its case is closed and all its notices have left, so that the sweeper can pass it by.
/// </param>
public sealed record EntryRow(CaseId CaseId, Instant ReceivedAt, string Key, EntryForm Form, bool Closed = false)
{
    /// <summary>
    /// Digest of its position in the list, as the company was told; null in rows written before there was one.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>The entry as the screening takes it.</summary>
    public Entry ToEntry() => new(CaseId, ReceivedAt, CompanyKey.Of(Form), Form.Employees, CompanyKey.OfPlace(Form));
}
