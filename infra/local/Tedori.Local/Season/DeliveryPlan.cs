using Tedori.Programme.Cases;

namespace Tedori.Local.Season;

/// <summary>A delivery report that the mail server is going to give.</summary>
internal sealed record DeliveryPlan(NoticeId Notice, bool Delivered);
