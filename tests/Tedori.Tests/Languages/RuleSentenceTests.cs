using System.Text.RegularExpressions;
using Tedori.Functions.Languages;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Testing;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Languages;

/// <summary>The rules write Japanese; whatever of it a form shows to a company there is in every language.</summary>
public sealed partial class RuleSentenceTests
{
    public static TheoryData<string> Others => ["en", "ja-easy"];

    public static TheoryData<FormKind, string> Forms
    {
        get
        {
            var data = new TheoryData<FormKind, string>();
            foreach (var kind in Enum.GetValues<FormKind>())
            {
                data.Add(kind, "en");
                data.Add(kind, "ja-easy");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Form_InEveryLanguage_HasNoTextThatIsNotTranslated(FormKind kind, string code)
    {
        var form = FormOf(kind);
        // What staff ask of one company is theirs.
        var texts = TextsOf(form).Where(t => kind != FormKind.Correction || !IsOfStaff(form, t)).ToHashSet();
        Reader.Current = new(Language.Find(code)!, null);

        Assert.True(texts.Count > 3, $"{texts.Count}");
        Assert.All(texts, text => AssertTranslated(text));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Sentence_ThatAFormCanBeRefusedWith_IsTranslated(string code)
    {
        var sentences = Sources.SelectMany(SentencesOf).ToHashSet();
        Reader.Current = new(Language.Find(code)!, null);

        Assert.True(sentences.Count > 90, $"{sentences.Count}");
        Assert.All(sentences, AssertTranslated);
    }

    [Fact]
    public void Sentence_ThatIsPartlyUnknown_StaysAsItIs()
    {
        Reader.Current = new(Language.English, null);

        Assert.Null(Sentences.Find("要件を満たします。この文は訳されていません。"));
        Assert.Equal("The requirements are met. Check the date.", Sentences.Of("要件を満たします。日付を確かめてください。"));
    }

    [Theory]
    [InlineData("①フレックスタイム制", "① Flexitime")]
    [InlineData("1人目、3人目", "Employee 1, Employee 3")]
    [InlineData("平成13年4月1日 = 2001年4月1日", "1 April 2001")]
    [InlineData("10,000,000円", "¥10,000,000")]
    [InlineData("7時間45分", "7 hours 45 minutes")]
    [InlineData("160や162.5、7:45のように入力してください。", "Enter it like 160, 162.5 or 7:45.")]
    [InlineData("160や162.5、7:45のように、小数は第2位までの数字で入力してください。", "Enter it like 160, 162.5 or 7:45, with at most two decimal places.")]
    [InlineData(
        "A-1: 賃上げ額は210,200円−200,000円−定期昇給100円=10,100円、必要な額は60円×月170時間=10,200円で、要件を満たします。",
        "A-1: The raise is ¥210,200 − ¥200,000 − regular rise ¥100 = ¥10,100; required: ¥60 × 170 hours a month = ¥10,200; the requirement is met.")]
    [InlineData(
        "1人目: 賃上げ額は2円−1円=1円、必要な額は1時間当たり60円で、59円不足しています。対象から外すか、額を確かめてください。",
        "Employee 1: The raise is ¥2 − ¥1 = ¥1; required: ¥60 per hour; ¥59 too little. Leave the employee out, or check the amounts.")]
    [InlineData("「電話番号」を読み取れません。「ー」(U+30FC)は使えません。数字だけで入力してください。", "“Phone number” cannot be read. Not allowed here: “ー” (U+30FC). Use digits only.")]
    [InlineData("電話番号を読み取れません。市外局番から10桁か11桁の数字で入力してください(例: 03-1234-5678)。今は9桁です。",
        "The phone number cannot be read. Enter 10 or 11 digits, from the area code (example: 03-1234-5678). Now there are 9.")]
    [InlineData("電話番号を読み取れません。「あ」(U+3042)は使えません。市外局番から10桁か11桁の数字で入力してください(例: 03-1234-5678)。",
        "The phone number cannot be read. Not allowed here: “あ” (U+3042). Enter 10 or 11 digits, from the area code (example: 03-1234-5678).")]
    [InlineData("常時雇用する従業員数: 「人」(U+4EBA)は使えません。数字だけで入力してください(3桁ごとのコンマは使えます)。",
        "Number of people you regularly employ: “人” (U+4EBA) cannot be used. Use digits only (commas may separate thousands).")]
    [InlineData("常時雇用する従業員数: 1から999,999までの数字で入力してください。", "Number of people you regularly employ: enter a number from 1 to 999,999.")]
    [InlineData("電話番号: 市外局番から10桁か11桁の数字で入力してください(例: 03-1234-5678)。今は1桁です。",
        "Phone number: Enter 10 or 11 digits, from the area code (example: 03-1234-5678). Now there is 1.")]
    [InlineData("電話番号: 「あ」(U+3042)は使えません。市外局番から10桁か11桁の数字で入力してください(例: 03-1234-5678)。",
        "Phone number: “あ” (U+3042) cannot be used. Enter 10 or 11 digits, from the area code (example: 03-1234-5678).")]
    [InlineData("法人番号: 13桁の数字で入力してください(今は5桁です)。", "Corporate number: Enter 13 digits (now 5).")]
    [InlineData("Eメールアドレス: 「例」(U+4F8B)は使えません。「name@example.jp」の形で入力してください(結果はEメールで通知します。募集要項1(4)(ア))。",
        "E-mail address: “例” (U+4F8B) cannot be used. Use the form name@example.jp.")]
    [InlineData("1時間1分", "1 hour 1 minute")]
    [InlineData("②: 2,000円×1人=2,000円", "②: ¥2,000 × 1 employee = ¥2,000")]
    [InlineData("30日の月の労働日は17日までです。", "In a month of 30 days there may be at most 17 working days.")]
    [InlineData("0:00から47:59までの時刻で入力してください(24:00から後は翌日です)。", "Enter a time from 0:00 to 47:59 (24:00 and later are the next day).")]
    [InlineData("「常時雇用する従業員数」は1から300までの数字で入力してください。", "“Number of people you regularly employ”: Enter a number from 1 to 300.")]
    [InlineData("「就業規則を届け出た日」は1947年9月1日から2025年6月10日までの日付で入力してください。",
        "“Day on which the rules of employment were filed”: Enter a date from 1 September 1947 to 10 June 2025.")]
    [InlineData("「1日の所定労働時間」は0より大きく24以下の数字で入力してください。", "“Regular working hours a day”: Enter a number above 0 and up to 24.")]
    [InlineData("「①を始めた日」は令和7年10月1日(水)(奨励金対象事業の登録の日)から令和8年1月19日(月)(取組期限)までの日付が対象です。",
        "“Day on which ① began”: Only dates from 1 October 2025 (Wed) (day of the project registration) to 19 January 2026 (Mon) (deadline for the measures) count.")]
    [InlineData("「始業時刻」は0:00から23:59までの時刻で入力してください。", "“Start of work”: Enter a time from 0:00 to 23:59.")]
    [InlineData("週休3日の職種1: 30日の月の労働日は17日までです。", "Four-day week, occupation 1: In a month of 30 days there may be at most 17 working days.")]
    [InlineData("「業種」は60文字以内で入力してください(今は120文字以上です)。", "“Industry”: use at most 60 characters (now 120 or more).")]
    [InlineData("「②の計画」を入力してください。", "“Plan of ②” must be filled in.")]
    public void Value_InASentence_IsWrittenAsTheLanguageWritesIt(string japanese, string english)
    {
        Reader.Current = new(Language.English, null);

        Assert.Equal(english, Sentences.Of(japanese));
    }

    private static readonly string[] Sources =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Of("workflows", "Tedori.Programme", "Filings"), "*.cs"),
        .. new[]
        {
            "Cases/Leaving", "Evidence/EvidenceRefusals", "Evidence/FileDoubts", "Grants/FourDayWeekCheck", "Grants/GrantCalculation",
            "Grants/RestCheck", "Grants/RestExample", "Grants/WageCheck", "Notices/NextRound", "Text/Dates", "Text/HourCounts",
            "Text/Numbers", "Text/Phones", "Text/PlainText", "Text/Times",
        }.Select(f => RepositoryRoot.Of(["workflows", "Tedori.Programme", .. $"{f}.cs".Split('/')])),
    ];

    // Sentences with holes that others fill with sentences; they are told whole below.
    private static readonly string[] Pieces = ["{Hint}", "{verdict.Explanation}", "{nextDay", "{(nextDay"];

    private static FilingForm FormOf(FormKind kind)
    {
        var state = CaseEvolution.Fold(kind switch
        {
            FormKind.Company => Story.Won,
            FormKind.Project => Story.Passed,
            FormKind.Claim => Story.PlannedWage,
            _ => Story.Asked,
        });
        return FilingForms.Of(Sample.R7, state, new(kind, kind == FormKind.Correction ? 1 : 0))!;
    }

    private static IEnumerable<string> TextsOf(FilingForm form) =>
    [
        form.Title,
        .. form.Sections.SelectMany(s => s.Intro.Append(s.Title)),
        .. form.Fields.SelectMany(f => new[] { f.Label, f.Brief, f.Support }.OfType<string>().Concat(f.Options.Select(o => o.Text))),
        .. DocumentSlots.Of(form).Select(s => s.Label),
    ];

    private static bool IsOfStaff(FilingForm form, string text) => form.Fields
        .Any(f => f.Name.StartsWith("answer-", StringComparison.Ordinal) && (f.Label == text || f.Support == text));

    private static void AssertTranslated(string text)
    {
        var said = text.Any(JapaneseText.IsJapanese) ? Sentences.Find(text) : text;
        Assert.True(said is not null && (Language.Current != Language.English || !said.Any(JapaneseText.IsJapanese)), $"{text}: {said}");
    }

    // Whatever a sentence is filled with stands here for a number.
    private static IEnumerable<string> SentencesOf(string file) => PhraseSources.LiteralsOf(File.ReadAllText(file))
        .Where(t => t.Any(JapaneseText.IsJapanese) && t.EndsWith('。') && !t.StartsWith(')') && !Pieces.Any(t.Contains))
        .Select(t => Hole().Replace(Regex.Unescape(t), "1"));

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
