using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

/// <summary>Every refusal of the case, with its stable code.</summary>
public static class Refusals
{
    internal const string LateCode = "afterCutoff";
    internal const string ImpossibleCode = "postmarkImpossible";
    internal const string AttemptRejectedCode = "attemptRejected";

    /// <summary>The case is closed.</summary>
    public static Refusal CaseClosed(Outcome outcome) =>
        new("caseClosed", $"この申請は終結しています({CaseLabels.Of(outcome)})。ご不明な点は事務局へお問い合わせください。");

    /// <summary>The programme carries free places on instead of promoting.</summary>
    public static Refusal PromotionOff() =>
        new("promotionOff", "この制度では繰上当選を行いません。空いた予定社数は、次回以降の回に追加してください。");

    /// <summary>Too little time would be left to the promoted company.</summary>
    public static Refusal PromotionTooLate(LocalDate projectRegistration) =>
        new("promotionTooLate",
            $"奨励金対象事業の登録期限({JapaneseDate.Full(projectRegistration)})までに企業情報の登録が間に合わないため、繰上当選にできません。");

    /// <summary>The step is not the one that the command belongs to.</summary>
    public static Refusal NotThisStep(Step actual, string wanted) =>
        new("notThisStep", $"現在の段階は「{CaseLabels.Of(actual)}」のため、「{wanted}」はできません。マイページで次の手続きをご確認ください。");

    /// <summary>The electronic filing came after the cut-off.</summary>
    public static Refusal AfterCutoff(Cutoff cutoff) =>
        new(LateCode, $"締切を過ぎたため受理できません。{cutoff.Explanation}当日の消印があれば郵送で提出できます。");

    /// <summary>The postmark is after the date.</summary>
    public static Refusal PostmarkTooLate(Cutoff cutoff, LocalDate postmark) =>
        new("postmarkTooLate", $"消印が{JapaneseDate.Full(postmark)}で締切後のため受理できません。{cutoff.Explanation}");

    /// <summary>The postmark lies after the arrival or the recording.</summary>
    public static Refusal PostmarkImpossible(LocalDate postmark, LocalDate arrived) =>
        new(ImpossibleCode,
            $"消印日({JapaneseDate.Full(postmark)})が到着日({JapaneseDate.Full(arrived)})または登録日と矛盾しています。日付を確認してください。");

    /// <summary>Something else was filed for this step before.</summary>
    public static Refusal AlreadyFiled(string what) =>
        new("alreadyFiled", $"「{what}」は既に受理しています。締切までに直すときは、マイページから差し替えてください。");

    /// <summary>What was filed is being reviewed, or has been.</summary>
    public static Refusal ReviewHasBegun(string what) =>
        new("reviewHasBegun", $"審査が始まったため、「{what}」は差し替えられません。直す必要があるときは、事務局へご連絡ください。");

    /// <summary>The claim was filed, and with it what was registered is what is judged.</summary>
    public static Refusal ClaimFiled(string what) =>
        new("claimFiled", $"支給申請を受理したため、「{what}」は差し替えられません。直す必要があるときは、事務局へご連絡ください。");

    /// <summary>The implementation is over.</summary>
    public static Refusal ImplementationOver(string what) =>
        new("implementationOver", $"取組の期限を過ぎたため、「{what}」は差し替えられません。直す必要があるときは、事務局へご連絡ください。");

    /// <summary>A newer version came after the cut-off; the one before stands.</summary>
    public static Refusal ReplacedTooLate(Cutoff cutoff)
    {
        ArgumentNullException.ThrowIfNull(cutoff);
        return new("replacedTooLate", $"締切を過ぎたため、差し替えられません。先に受理した内容で審査します。{cutoff.Explanation}");
    }

    /// <summary>The company replaced what it had filed after the decision about it was proposed.</summary>
    public static readonly Refusal ReplacedSince =
        new("replacedSince", "起案の後に、企業が提出を差し替えました。新しい内容を確かめて、もう一度起案してください。");

    /// <summary>A correction is open.</summary>
    public static Refusal CorrectionOpen(int number) =>
        new("correctionOpen", $"補正({number}回目)の回答待ちです。回答を受けるか、補正依頼を取り下げてから行ってください。");

    /// <summary>The company may still answer a correction, or its answer may still be in the post.</summary>
    public static Refusal CorrectionRuns(int number, Cutoff cutoff)
    {
        ArgumentNullException.ThrowIfNull(cutoff);
        var last = JapaneseDate.Full(cutoff.Date);
        var settled = JapaneseDate.Full(JapanTime.DateOf(cutoff.SettledAt - Duration.Epsilon));
        return new("correctionRuns",
            $"補正({number}回目)の回答期限は{last}で、同日までの消印の郵便を{settled}まで待ちます。"
            + "それまでは企業が回答できるため、不通過・不支給の決定はできません。補正が不要になったときは、先に補正依頼を取り下げてください。");
    }

    /// <summary>No such correction is open.</summary>
    public static Refusal NoSuchCorrection(int number) =>
        new("noSuchCorrection", $"補正({number}回目)の依頼はありません。マイページで依頼の内容をご確認ください。");

    /// <summary>A correction asks for nothing.</summary>
    public static readonly Refusal CorrectionEmpty =
        new("correctionEmpty", "補正事項がありません。項目と理由を一つ以上入力してください。");

    /// <summary>A date is not an open day in the future.</summary>
    public static Refusal DateNotUsable(LocalDate date) =>
        new("dateNotUsable", $"{JapaneseDate.Full(date)}は期限にできません。今より後の開庁日を指定してください。");

    /// <summary>A deadline is to be moved to a day that is not after it.</summary>
    public static Refusal DateNotLater(LocalDate date, LocalDate current) =>
        new("dateNotLater",
            $"{JapaneseDate.Full(date)}は期限にできません。今の期限は{JapaneseDate.Full(current)}です。それより後の開庁日を指定してください。");

    /// <summary>The last day of the implementation is to be moved to a day that is not before the claim's deadline.</summary>
    public static Refusal DateNotBeforeClaim(LocalDate date, LocalDate claim) =>
        new("dateNotBeforeClaim",
            $"{JapaneseDate.Full(date)}は取組の期限にできません。支給申請の期限が{JapaneseDate.Full(claim)}です。"
            + "それより前の開庁日を指定するか、先に支給申請の期限を延長してください。");

    /// <summary>The next deadline has passed while the office reviewed.</summary>
    public static Refusal NextCutoffPassed(Cutoff next) =>
        new("nextCutoffPassed", $"次の期限が過ぎています。{next.Explanation}先にこの期限を延長してください。");

    /// <summary>An item does not exist.</summary>
    public static Refusal UnknownItem(int number) =>
        new("unknownItem", $"項目{number}はこの奨励金にありません。募集要項の項目から選んでください。");

    /// <summary>Too few items.</summary>
    public static Refusal TooFewItems(int minimum) =>
        new("tooFewItems", $"{minimum}項目以上の登録が必要です(募集要項1(2))。項目を追加してください。");

    /// <summary>An item was not registered, or not claimed.</summary>
    public static Refusal ItemNotRegistered(Item item) =>
        new("itemNotRegistered", $"{item.Label}{item.Name}は登録または申請されていません。登録した項目から選んでください。");

    /// <summary>No item at all.</summary>
    public static readonly Refusal NoItems = new("noItems", "項目が選ばれていません。実施した項目を選んでください。");

    /// <summary>Persons and the wage item do not go together.</summary>
    public static readonly Refusal PersonsDoNotMatch =
        new("personsDoNotMatch", "賃金引上げの項目と対象人数が一致していません。項目を選んだ場合は1人以上、選ばない場合は0人としてください。");

    /// <summary>More persons approved than claimed.</summary>
    public static Refusal MorePersonsThanClaimed(int claimed) =>
        new("morePersonsThanClaimed", $"申請の対象人数は{claimed}人です。{claimed}人以下で承認してください。");

    /// <summary>The expert visits are not complete: nothing is granted before, but the claim is taken.</summary>
    public static Refusal VisitsMissing(int done, int required) =>
        new("visitsMissing",
            $"専門家派遣が{required}回必要ですが、{done}回しか登録されていません。実施を確認して登録してから、支給決定を行ってください。");

    /// <summary>An envelope of the case waits for its postmark to be read.</summary>
    public static readonly Refusal EnvelopeWaits =
        new("envelopeWaits", "この申請には、消印の確認を待っている郵便物があります。先に郵便物の処理を終えてください。");

    /// <summary>A file of a mail is taken for a review only while it runs.</summary>
    public static readonly Refusal NoReviewRuns = new("noReviewRuns",
        "この申請は審査中ではないため、書類として受け取れません。審査中の申請だけで受け取れます。");

    /// <summary>A visit that cannot be.</summary>
    public static Refusal VisitNotUsable(int number) =>
        new("visitNotUsable", $"{number}回目の専門家派遣は登録できません。回数と実施日を確認してください。");

    /// <summary>An item was neither approved nor refused.</summary>
    public static readonly Refusal ItemsNotJudged =
        new("itemsNotJudged", "承認も不承認もされていない項目があります。申請された項目ごとに、承認するか、不承認の理由を入力してください。");

    /// <summary>What an item needs was not stated.</summary>
    public static Refusal ItemNotStated(Item item) =>
        new("itemNotStated",
            $"{item.Label}{item.Name}は、郵送の書類に記載のない事項の補正が済んでいません。補正の回答を受けるか、不承認の理由を入力してください。");

    /// <summary>Something is found against an item that would be paid, and nobody said why it is paid.</summary>
    public static Refusal FindingNotAnswered(Item item, string found) =>
        new("findingNotAnswered",
            $"{item.Label}{item.Name}には審査の指摘があります。{found}"
            + "承認する理由を入力するか、不承認としてその理由を入力してください(1件ずつ起案すると入力できます)。");

    /// <summary>Nothing would be paid.</summary>
    public static readonly Refusal NothingToGrant =
        new("nothingToGrant", "承認した項目では支給額が0円になります。支給しない場合は不支給決定を行ってください。");

    /// <summary>No grant was decided.</summary>
    public static readonly Refusal NotGranted =
        new("notGranted", "支給決定がないため、請求・支払の手続きはできません。マイページで次の手続きをご確認ください。");

    /// <summary>The payment is not made through lists.</summary>
    public static readonly Refusal PaidOutside = new("paidOutside",
        "この支給決定の支払は、このシステムの支払一覧では扱いません。支払の状況は事務局へご確認ください。");

    /// <summary>The payment is made through lists.</summary>
    public static readonly Refusal PaidByList = new("paidByList",
        "この年度の支払は、支払一覧で承認します。請求書を確認してから、支払一覧に載せてください。");

    /// <summary>The change of contact is not open any more.</summary>
    public static readonly Refusal ContactChangeGone =
        new("contactChangeGone", "この連絡先の変更は取り消されたか、既に完了しています。マイページで今の連絡先をご確認ください。");

    /// <summary>A change of contact by staff needs a call that is recorded.</summary>
    public static readonly Refusal PhoneCheckMissing = new("phoneCheckMissing",
        "電話による本人確認の記録がありません。かけた番号、番号の出所、相手の氏名、確認した日を入力してください。");

    /// <summary>The call went to the number of who asks for the change.</summary>
    public static Refusal PhoneCheckNumber(string number) => new("phoneCheckNumber",
        $"かけた番号({number})は、変更後の連絡先の番号です。エントリーの番号か、企業が公表している番号にかけて確認してください。");

    /// <summary>The call lies in the future or too long ago.</summary>
    public static Refusal PhoneCheckDate(LocalDate on) => new("phoneCheckDate",
        $"電話で確認した日({JapaneseDate.Full(on)})が、今日より後か、{PhoneCheck.MostDays}日より前です。改めて電話で確認してください。");

    /// <summary>A reason is needed.</summary>
    public static readonly Refusal ReasonMissing = new("reasonMissing", "理由が入力されていません。理由を入力してください。");

    /// <summary>The subject of a message is missing, too long or of several lines.</summary>
    public static readonly Refusal MessageSubject = new(
        "messageSubject", $"件名を1文字以上{MessageText.MostSubject}文字以内の1行で入力してください。");

    /// <summary>The text of a message is missing or too long.</summary>
    public static readonly Refusal MessageBody = new(
        "messageBody", $"本文を1文字以上{MessageText.MostText:N0}文字以内で入力してください。");

    /// <summary>A text has characters that turn its direction.</summary>
    public static Refusal TextTurns(string where) => new("textTurns",
        $"{where}に、画面に見えない、文字の向きを変える記号が含まれています。その部分を入力し直してください。");

    /// <summary>A deadline cannot be moved any more.</summary>
    public static Refusal StepPassed(Step step) =>
        new("stepPassed", $"「{CaseLabels.Of(step)}」には延長できる期限がありません。段階を確認してください。");

    /// <summary>One person tries to do what needs two.</summary>
    public static readonly Refusal SecondPersonMissing = SecondPersonRules.Missing;

    /// <summary>A mail address cannot be one.</summary>
    public static Refusal AddressWrong(string address) =>
        new("addressWrong", $"メールアドレス「{address}」は使えません。半角で、@を1つ含む形にしてください。");

    /// <summary>A link would go where the company never said that it should.</summary>
    public static Refusal AddressNotConfirmed(string address) => new(
        "addressNotConfirmed",
        $"「{address}」は企業が登録又は確認した宛先ではありません。この宛先に送るには、別の承認者の承認が必要です。起案してください。");

    /// <summary>A notice must not be sent again.</summary>
    public static readonly Refusal NotRepeatable =
        new("notRepeatable", "連絡先の確認の通知は再送できません。企業がマイページから申し込み直すよう案内してください。");
}
