using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Text;

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

    /// <summary>True where an entry of the same company came before; null else.</summary>
    public bool? Shared { get; init; }

    /// <summary>The entry as the screening takes it.</summary>
    /// <param name="reading">How writings of names and addresses are compared.</param>
    public Entry ToEntry(CompanyReading reading) => ToEntry(CompanyTexts.Of(Form, reading));

    /// <summary>The same of what was read already.</summary>
    public Entry ToEntry(CompanyTexts texts) => new(CaseId, ReceivedAt, CompanyKeys.Of(Form, texts), Form.Employees);

    /// <summary>The entry as the chain takes it.</summary>
    public EntryLink ToLink() => new(CaseId, ReceivedAt, Form, Key, Digest);

    /// <summary>Whether a request under the same key sent this very entry.</summary>
    public bool Holds(EntryForm sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        // Entries from before declarations were recorded hold none.
        return EntryChain.Content(Form.Declared is null ? sent with { Declared = null } : sent, Key)
            == EntryChain.Content(Form, Key);
    }
}

/// <summary>What the sweeper needs of an entry to pass it by: a part of <see cref="EntryRow"/>.</summary>
/// <param name="CaseId">The case it opens.</param>
/// <param name="Closed">Whether its case is closed and all its notices have left.</param>
public sealed record EntrySight(CaseId CaseId, bool Closed = false);

/// <summary>A page of the entries of a round that the sweeper still looks at.</summary>
/// <param name="Open">Those whose case is not known to be closed, by serial, with the versions of their rows.</param>
/// <param name="Last">The last serial of the page, closed or not; 0 where there is none.</param>
public sealed record OpenEntries(IReadOnlyList<(EntryRow Entry, string Version)> Open, int Last);
