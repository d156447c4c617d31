using Tedori.Functions.Languages;

namespace Tedori.BrowserTests.My;

/// <summary>What a company types and what it must read on its way, in one language.</summary>
internal sealed record StoryTexts
{
    public required Language Language { get; init; }

    public required (string Company, string Representative, string Contact) Entry { get; init; }

    public required (string Industry, string Business) Line { get; init; }

    public required (string Schemes, string Wages, string Agreed, string Occupation, string Done) Plan { get; init; }

    /// <summary>Of the answers to the two corrections.</summary>
    public required (string First, string Second) Answers { get; init; }

    /// <summary>Of a document in the place of the company's profile, and of two beside it.</summary>
    public required (string Profile, string Photo, string List) Files { get; init; }

    /// <summary>What stands on top of my page, step by step.</summary>
    public required (string Entered, string Won, string Corrected, string Granted) Leads { get; init; }

    public required (string Form, string Refused, string Saved, string Document, string Uploaded) Registration { get; init; }

    public required (string Amount, string Overlap) Notes { get; init; }

    public required (string Receipt, string Step) Filed { get; init; }

    public static StoryTexts Japanese { get; } = new()
    {
        Language = Language.Japanese,
        Entry = ("株式会社物語", "見本 太郎", "見本 花子"),
        Line = ("情報サービス業", "ソフトウェアの開発"),
        Plan = ("全社員に新しい制度を設けます。", "全員の基本給を引き上げます。", "従業員の代表と話し合いました。", "全職種", "計画のとおり実施しました。"),
        Answers = ("差し替えました。", "補いました。"),
        Files = ("会社案内.pdf", "写真.png", "名簿.xlsx"),
        Leads = ("次の連絡: 抽選の結果", "次の期限: 企業情報の登録", "補正(1回目)の回答", "奨励金の支給が決定しました"),
        Registration = ("企業情報の登録", "「業種」を入力してください。", "自動保存しました", "会社概要", "「名簿.xlsx」を受け付けました"),
        Notes = ("支給額は320,000円です。", "90分間は働いたものとみなします(例1)"),
        Filed = ("受付票", "奨励金320,000円の支給を決定しました。"),
    };

    public static StoryTexts English { get; } = new()
    {
        Language = Language.English,
        Entry = ("Story Inc.", "Taro Mihon", "Hanako Mihon"),
        Line = ("Information services", "Developing software"),
        Plan = ("For all employees.", "For all employees.", "As agreed with the employees.", "All", "Carried out as planned."),
        Answers = ("Replaced.", "Added."),
        Files = ("profile.pdf", "photo.png", "list.xlsx"),
        Leads = ("Next news: result of the draw", "Next deadline: Company registration", "Answer to correction request 1",
            "The grant has been approved"),
        Registration = ("Company registration (企業情報の登録)", "“Industry” must be filled in.", "Saved automatically at",
            "Company profile", "“list.xlsx” was received"),
        Notes = ("In total, the grant is ¥320,000.", "90 minutes count as worked (example 1)"),
        Filed = ("Receipt of ", "A grant of ¥320,000 was approved."),
    };
}
