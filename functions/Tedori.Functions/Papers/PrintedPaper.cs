using NodaTime;

namespace Tedori.Functions.Papers;

/// <summary>
/// A paper of the office, as a page shows it and as a PDF prints it: one content, two renderings. The same record gives
/// the same paper, to the byte.
/// </summary>
/// <param name="Title">Its title.</param>
/// <param name="Reference">What each page is told by, for example 受付番号 r7-02-00003.</param>
/// <param name="At">The instant that it is of; the time at which it is printed stands nowhere.</param>
/// <param name="Issuer">Who issues it, a line each; empty where it is a company's own.</param>
/// <param name="Sheet">Its first sheet.</param>
/// <param name="Annex">What follows on a page of its own; empty where nothing does.</param>
public sealed record PrintedPaper(
    string Title, string Reference, Instant At, IReadOnlyList<string> Issuer, IReadOnlyList<PaperPart> Sheet,
    IReadOnlyList<PaperPart> Annex);
