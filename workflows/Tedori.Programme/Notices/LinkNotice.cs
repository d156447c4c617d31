using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Notices;

/// <summary>
/// The notice that carries the link to a case once more. Caused by a request, not by an event of the case.
/// </summary>
public static class LinkNotice
{
    /// <summary>Composes it, to the registered address and to no other.</summary>
    /// <param name="state">The case.</param>
    /// <param name="number">How many times the link is sent with this, from 1.</param>
    /// <param name="at">When it was asked for.</param>
    public static Notice Compose(CaseState state, int number, Instant at)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(
            new NoticeId(state.Id, NoticeKind.LinkSentAgain, number),
            NoticeKind.LinkSentAgain,
            number,
            state.Entry.Email,
            $"{state.Entry.CompanyName} {state.Entry.ContactName}",
            $"マイページのリンクをお送りします({state.Id})",
            "マイページで、次の期限とお手続きをご確認ください。",
            ["リンクの再送のお申し込みを受け付けました。", "お心当たりがない場合、お手続きは不要です。このメールを削除してください。"],
            at,
            Language: state.Entry.Language);
    }
}
