using Tedori.Programme.Cases;

namespace Tedori.Season;

/// <summary>A delivery report that the mail server is going to give.</summary>
internal sealed record DeliveryPlan(NoticeId Notice, bool Delivered);
