using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Evidence;
using Tedori.Programme.Notices;
using Tedori.Programme.Signing;

namespace Tedori.Testing.Cases;

/// <summary>Fixed values that specs start from. Round 1 of 令和7年度.</summary>
internal static class Sample
{
    public static readonly Edition R7 = EditionReader.R7();

    /// <summary>The same edition, but places that were given back go to the next of the ranking.</summary>
    public static readonly Edition Promoting = R7 with { Entry = R7.Entry with { PromotionBusinessDays = 10 } };

    /// <summary>The same edition, and grants are paid through lists; an invoice has 40 business days.</summary>
    public static readonly Edition Paying = R7 with
    {
        Payment = new(40, [10, 30], 2, 400, 20, new(1_095, 1_095, 365, 100)),
    };

    public static readonly Round Round = R7.Round(1);
    public static readonly RoundId RoundId = RoundId.Parse("r7-01");
    public static readonly CaseId CaseId = CaseId.Parse("r7-01-00001");
    public static readonly IReadOnlyList<CorrectionItem> Flaws = [new("就業規則", "受付印のある写しを提出してください。")];

    public static readonly EntryForm Form = new(
        "株式会社見本", "7123456789012", "見本 太郎", "東京都千代田区飯田橋1-1-1", 25, "見本 花子", "hanako@example.jp", "03-0000-0000");

    /// <summary>Two people who signed.</summary>
    public static readonly Signatures Two = Signed("担当者", "承認者");

    /// <summary>One person who signed twice.</summary>
    public static readonly Signatures Alone = Signed("担当者", "担当者");

    /// <summary>The notice that a company won.</summary>
    public static Notice WonNotice =>
        NoticeComposer.Compose(R7, CaseEvolution.Fold(Story.Won), Story.Won[^1], Story.Won.Length)!;

    /// <summary>Two signatures, told apart by these ids, which are the names too.</summary>
    public static Signatures Signed(string proposer, string approver) => new(new(proposer, proposer), new(approver, approver));

    public static EvidenceFile File(string name) => new(name, 1024, new string('a', 64));

    public static Filing Web(string receivedAt, string key = "filing") => Web(Tokyo.At(receivedAt), key);

    public static Filing Web(Instant receivedAt, string key = "filing") =>
        new(key, new Receipt.Electronic(receivedAt), [File("書類.pdf")]);

    public static Filing Post(string postmark, string arrived, string key = "filing") =>
        Post(Tokyo.Day(postmark), Tokyo.Day(arrived), key);

    public static Filing Post(LocalDate postmark, LocalDate arrived, string key = "filing") =>
        new(key, new Receipt.Post(postmark, arrived, "簡易書留", "123-45-67890-1"), []);
}
