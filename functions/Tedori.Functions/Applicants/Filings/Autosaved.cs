using Tedori.Functions.Components;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>What the script is told after it saved. Its JSON is what <c>my.js</c> reads.</summary>
/// <param name="Status"><c>saved</c>, or <c>overtaken</c> where another device saved meanwhile.</param>
/// <param name="Version">Version of the draft now.</param>
/// <param name="Text">What to say.</param>
/// <param name="Amount">Lines about dates and amount.</param>
/// <param name="Readings">What was read of dates, numbers and times, by field.</param>
/// <param name="Verdicts">A sentence per line that the rules judge.</param>
public sealed record Autosaved(
    string Status, int Version, string Text, IReadOnlyList<string> Amount, IReadOnlyDictionary<string, string> Readings,
    IReadOnlyDictionary<string, string> Verdicts)
{
    /// <summary>Why the amount is the one it is.</summary>
    public IReadOnlyList<ReasonFact> Reason { get; init; } = [];

    /// <summary>What is said once the electronic end has passed.</summary>
    public static string Late =>
        Say("電子申請の受付は終了しました。入力の内容は控えとして保存しましたが、提出したことにはなりません。マイページで郵送での提出方法をご確認ください。");

    /// <summary>Another device saved meanwhile.</summary>
    public static Autosaved Overtaken => new(
        "overtaken", 0, Say("別の画面や端末で保存されたため、自動保存を止めました。「一時保存」を押すと、どちらの内容を使うか選べます。"), [],
        new Dictionary<string, string>(), new Dictionary<string, string>());
}
