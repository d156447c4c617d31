namespace Tedori.Workflows.Anchoring;

/// <summary>A page of cases as an anchor saw them. Storage format.</summary>
/// <param name="First">Serial number of the first.</param>
/// <param name="Events">
/// How many events each had, in order of serial; 0 where the case was not opened yet or its number was left out.
/// </param>
/// <param name="Digest">Chained over the heads of these cases, after the digest of the page before.</param>
/// <param name="Unread">
/// Serial numbers of the cases of which nothing could be read, so that the anchor does not cover them; null where all could.
/// </param>
public sealed record AnchorPage(int First, IReadOnlyList<int> Events, string Digest, IReadOnlyList<int>? Unread = null)
{
    /// <summary>Cases on one page; a page stays below 32 Ki characters.</summary>
    public const int Size = 250;
}
