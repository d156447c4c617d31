using Tedori.Programme.Access;
using Tedori.Workflows.Access;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The links of a case in Japanese.</summary>
public static class LinkLabels
{
    /// <summary>What it was made for.</summary>
    public static string Purpose(ListedLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.ConfirmsContact ? "連絡先の変更の確認" : "マイページを開く";
    }

    /// <summary>What it is good for now.</summary>
    public static string Of(LinkVerdict verdict) => verdict switch
    {
        LinkVerdict.Valid => "有効",
        LinkVerdict.Expired => "期限切れ",
        LinkVerdict.Revoked => "無効",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "A sent link is never unreadable."),
    };
}
