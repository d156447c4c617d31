using NodaTime;

namespace Tedori.Local.Mail;

/// <summary>A message that was handed over although its notice had one: a mail server would have sent it twice.</summary>
/// <param name="NoticeId">Id of the notice.</param>
/// <param name="At">When it was handed over again.</param>
/// <param name="Same">Whether it was the same message, to the same recipient.</param>
/// <param name="AfterCrash">
/// Whether the process that handed it over first is gone: between a mail and its record nothing can be made whole.
/// </param>
public sealed record DoubleMail(string NoticeId, Instant At, bool Same, bool AfterCrash);
