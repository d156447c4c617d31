using Tedori.Programme.Serialization;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.Uploads;

/// <summary>What <c>upload.js</c> says, by the names under which it asks; {0} stands for the name of the file.</summary>
internal static class UploadWords
{
    private const string Name = "{0}";
    private const string Percent = "{1}";

    /// <summary>As the page hands them over.</summary>
    public static string Json => TedoriJson.Write(new Dictionary<string, string>
    {
        ["none"] = Say("ファイルが選ばれていません。アップロードするファイルを選んでください。"),
        ["lost"] = Say("「{0}」を送信できませんでした。通信状態を確かめて、同じファイルを選び直してください。続きから再開します。", Name),
        ["session"] = Say("ページの有効期限が切れました。ページを開き直してから、同じファイルを選び直してください。"),
        ["refused"] = Say("「{0}」は受け付けられませんでした。ファイルを確かめて選び直してください。", Name),
        ["unreadable"] = Say("「{0}」を読み取れませんでした。ファイルが移動・変更されていないか確かめて選び直してください。", Name),
        ["stopped"] = Say("「{0}」の送信を中止しました。", Name),
        ["retry"] = Say("「{0}」: 通信が途切れました。自動で送り直しています。", Name),
        ["sending"] = Say("「{0}」を送信しています({1}%)", Name, Percent),
        ["checking"] = Say("「{0}」を確認しています", Name),
        ["done"] = Say("「{0}」を受け付けました", Name),
        ["resume"] = Say("「{0}」は送信の途中です。同じファイルを選ぶと続きから再開します。", Name),
        ["there"] = Say("あり"),
        ["doubt"] = Say("「{0}」は受け付けましたが、{1}", Name, Percent),
        ["remove"] = Say("「{0}」を削除する", Name),
    });
}
