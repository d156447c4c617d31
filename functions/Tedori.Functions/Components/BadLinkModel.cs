using Tedori.Programme.Access;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Components;

/// <summary>What is said of a link that does not do what it was made for: nothing of its case.</summary>
/// <param name="Verdict">Why not; never <see cref="LinkVerdict.Valid"/>.</param>
/// <param name="OfContact">Whether it was to confirm a change of contact.</param>
public sealed record BadLinkModel(LinkVerdict Verdict, bool OfContact)
{
    /// <summary>The heading.</summary>
    public string Title => Verdict switch
    {
        LinkVerdict.Unreadable => Say("リンクを読み取れません"),
        LinkVerdict.Expired => Say("リンクの有効期限が切れています"),
        LinkVerdict.Revoked => Say("リンクは無効になっています"),
        _ => throw new InvalidOperationException($"{Verdict} has no page."),
    };
}
