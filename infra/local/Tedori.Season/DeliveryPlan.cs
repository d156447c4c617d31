using Tedori.Programme.Cases;

namespace Tedori.Season;

/// <summary>A delivery report that the mail server is going to give.</summary>
internal sealed record DeliveryPlan(NoticeId Notice, bool Delivered)
{
    /// <summary>What a mail server posts, which is then read as on Azure; null where the report is made here.</summary>
    public string? Event { get; init; }
}
