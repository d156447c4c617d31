using Tedori.Programme.Cases;

namespace Tedori.Programme.Notices;

/// <summary>What is told of a change of contact.</summary>
internal static class ContactTexts
{
    private const string Changed = "連絡先を変更しました";
    private const string CallUs = "お心当たりがない場合は、すぐに事務局へご連絡ください。";

    public static NoticeText Of(CaseEvent e) => e switch
    {
        CaseEvent.ContactConfirmationAsked x => new("連絡先の変更を確認してください",
            [
                x.Confirmation.Side == ContactSide.Old
                    ? "マイページから、別のEメールアドレスへの連絡先の変更が申し込まれました。"
                    : "このEメールアドレスを、奨励金の連絡先とする変更が申し込まれました。",
                "今のアドレスと新しいアドレスの両方で確認されると、連絡先が変わります。",
            ]),
        CaseEvent.ContactChanged => new(Changed, ["連絡先を変更しました。今後の通知は、このEメールアドレスにお送りします。", CallUs]),
        CaseEvent.ContactReplaced => new(Changed,
            [
                "電話での確認により、事務局が連絡先を変更しました。今後の通知は、このEメールアドレスにお送りします。",
                "これまでにお送りしたリンクは使えなくなりました。このメールの新しいリンクをお使いください。",
            ]),
        CaseEvent.FormerContactTold => new("連絡先が変更されました",
            ["電話での確認により、事務局が連絡先を変更しました。今後、このEメールアドレスには通知をお送りしません。"]),
        _ => throw new InvalidOperationException($"{e.GetType().Name} is no change of contact."),
    };
}
