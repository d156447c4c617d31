using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;

namespace Tedori.Workflows.Drafts;

/// <summary>A draft that was not filed by its deadline (控え). It does not count as filed.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Form">Which form.</param>
/// <param name="Cutoff">The deadline that passed.</param>
/// <param name="Draft">What stood there: as of the deadline, or later where nothing was saved before.</param>
public sealed record SafeCopy(CaseId CaseId, FormKey Form, Cutoff Cutoff, Draft Draft)
{
    /// <summary>Whether it was saved before the electronic end.</summary>
    public bool SavedInTime => Draft.SavedAt < Cutoff.ElectronicEnd;

    /// <summary>When the company saved it.</summary>
    public Instant SavedAt => Draft.SavedAt;
}
