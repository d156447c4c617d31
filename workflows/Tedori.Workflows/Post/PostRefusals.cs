using Tedori.Programme;

namespace Tedori.Workflows.Post;

/// <summary>What the post room refuses.</summary>
internal static class PostRefusals
{
    /// <summary>Code of the refusal of other content under an id that is taken.</summary>
    public const string KeyUsedCode = "keyUsed";

    public static readonly Refusal AlreadySettled = new("alreadySettled", "この郵便物の処理は終わっています。最新の状態を確認してください。");

    public static readonly Refusal KeyUsed = new(KeyUsedCode,
        "この画面からは、すでに別の郵便物を登録しています。この内容はまだ登録していません。内容を確認して、もう一度登録してください。");

    public static readonly Refusal NoSuchEnvelope = new("noSuchEnvelope", "この郵便物は登録されていません。一覧から選び直してください。");
    public static readonly Refusal PhotoUnseen = new("photoUnseen", "封筒の写真をまだ開いていません。写真を開いて、消印をご自分の目で確かめてください。");

    public static readonly Refusal AttemptOwn = new("attemptOwn", "このメールを登録した人は承認できません。別の承認者に依頼してください。");

    public static readonly Refusal AttemptUnseen =
        new("attemptUnseen", "メールをまだ開いていません。届いたメールの画面を開いて、ご自分の目で確かめてください。");

    public static readonly Refusal NotWaiting = new("notWaiting", "この郵便物は消印の再確認を待っていません。最新の状態を確認してください。");
    public static readonly Refusal SamePerson = new("samePerson", "同じ人が2回読み取ることはできません。別の職員に依頼してください。");
}
