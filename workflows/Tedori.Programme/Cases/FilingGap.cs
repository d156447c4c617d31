namespace Tedori.Programme.Cases;

/// <summary>
/// Something that a filing on paper does not state, or not as the form demands it. It becomes a correction (補正), and an
/// item is not paid before it is stated. Storage format.
/// </summary>
/// <param name="Subject">What is missing, for example ①の計画.</param>
/// <param name="Reason">What is wrong and what to do, in Japanese.</param>
/// <param name="Item">Number of the item that it keeps from being paid, or null where it concerns none.</param>
public sealed record FilingGap(string Subject, string Reason, int? Item = null)
{
    /// <summary>What the company is asked for.</summary>
    internal CorrectionItem Correction => new(Subject, Reason);
}
