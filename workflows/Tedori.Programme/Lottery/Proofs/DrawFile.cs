namespace Tedori.Programme.Lottery.Proofs;

/// <summary>
/// All that is published of a round's draw, enough for anybody to repeat it: numbers and leaves, nothing about a
/// company. Additive only; another meaning of a field is another format. Numbers are whole and written in digits alone,
/// at most 2,147,483,647, the beacon's number at most 2^53 - 1; times are UTC with a Z (<see cref="ExactInstantConverter"/>).
/// </summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Round">The round.</param>
/// <param name="Sealing">The frozen list as it was published.</param>
/// <param name="Leaves">The leaves; entry number n is the n-th.</param>
/// <param name="Draws">All draws, oldest first; the last one counts.</param>
public sealed record DrawFile(
    string Format, RoundId Round, PublishedSealing Sealing, IReadOnlyList<Hash256> Leaves,
    IReadOnlyList<PublishedDraw> Draws)
{
    /// <summary>Name of the format.</summary>
    public const string CurrentFormat = "tedori-draw-1";
}
