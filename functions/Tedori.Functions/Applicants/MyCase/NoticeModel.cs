using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;

namespace Tedori.Functions.Applicants.MyCase;

/// <summary>What the page of a notice shows.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Sent">The notice as it left.</param>
/// <param name="Edition">The programme.</param>
/// <param name="State">The case.</param>
/// <param name="Told">The event that it tells of; none where a request caused it.</param>
/// <param name="Round">The round of the case.</param>
public sealed record NoticeModel(
    MyFrame Frame, SentNotice Sent, Edition Edition, CaseState State, IReadOnlyList<CaseEvent> Told, RoundState Round);
