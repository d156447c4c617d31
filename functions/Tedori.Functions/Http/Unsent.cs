using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Http;

/// <summary>What a script is told whose form was not taken. Its JSON is what <c>my.js</c> reads.</summary>
/// <param name="Status"><c>token</c>, where the next try with the new token is taken, or <c>session</c>.</param>
/// <param name="Value">The token that fits now.</param>
/// <param name="Text">What to say, in the language of the reader.</param>
internal sealed record Unsent(string Status, string Value, string Text)
{
    /// <summary>The token did not fit.</summary>
    public static string Token => Say("別の画面が開かれたため、この送信は受け付けていません。もう一度お試しください。");

    /// <summary>The session has ended.</summary>
    public static string Session =>
        Say("ログインの期限が切れたため、自動保存できていません。この画面を閉じずに、別のタブでEメールのリンクを開いてください。入力した内容はこの画面に残っています。");
}
