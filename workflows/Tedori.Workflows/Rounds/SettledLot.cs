using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Which of the entries that share a lot answers for the company, decided by two people after they asked it. Storage
/// format.
/// </summary>
/// <param name="Number">Number of the lot.</param>
/// <param name="Answers">The case that goes on.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Reason">What staff found out, in Japanese.</param>
/// <param name="DecidedBy">Who proposed it.</param>
/// <param name="ConfirmedBy">Who approved it; another person.</param>
/// <param name="Key">Key of the decision, by which its repetition is known.</param>
public sealed record SettledLot(
    int Number, CaseId Answers, Instant At, string Reason, string DecidedBy, string ConfirmedBy, string Key);
