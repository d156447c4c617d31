using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Notices;

/// <summary>What a company has to know with each notice, fact by fact: nobody has to call to learn it.</summary>
public sealed class NoticeFactTests
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2026-03-18T16:00:00");

    private static readonly Dictionary<string, (CaseEvent[] Before, CaseEvent Event)> Told = new()
    {
        ["当選"] = (Story.Entered, Story.Won[^1]),
        ["繰上当選"] = (Story.Lost, new CaseEvent.Promoted(Now, 150, Tokyo.Day("2026-04-01"), "承認者")),
        ["企業情報の登録"] = (Story.Won, Story.Registered[^1]),
        ["通過"] = (Story.Registered, Story.Passed[^1]),
        ["不通過"] = (Story.Registered, new CaseEvent.EligibilityFailed(Now, "都内に事業所がありません。", "7東し企働第1号")),
        ["補正の依頼"] = (Story.Registered, Story.Asked[^1]),
        ["補正の回答"] = (Story.Asked, new CaseEvent.CorrectionAnswered(Now, 1, Sample.Web(Now))),
        ["支給申請"] = (Story.Ended, Story.Claimed[^1]),
        ["支給決定"] = (Story.Claimed, new CaseEvent.GrantDecided(
            Now, new([1, 2], 0), 200_000, ["合計により、支給額は200,000円です。"], "7東し企働第2号")),
        ["不支給決定"] = (Story.Claimed, new CaseEvent.GrantRefused(Now, "実施の記録がありません。", "7東し企働第3号")),
        ["期限徒過"] = (Story.Won, Story.LapsedAtCompany[^1]),
    };

    /// <summary>Notice, fact, and what says it.</summary>
    public static TheoryData<string, string, string> Facts => new()
    {
        { "当選", "準備する書類", "準備する書類: 会社概要" },
        { "当選", "することと期限", "令和7年6月12日(木)までに、企業情報を登録してください。" },
        { "当選", "電子申請", "電子申請: 17:00まで" },
        { "当選", "郵送", "郵送: この日の消印まで有効です" },
        { "当選", "提出しないとき", "期限を過ぎると: 提出がない場合、この申請は終結します。" },
        { "繰上当選", "準備する書類", "準備する書類: 会社概要" },
        { "企業情報の登録", "審査にかかる期間", "概ね20営業日" },
        { "補正の回答", "審査にかかる期間", "概ね20営業日" },
        { "支給申請", "審査にかかる期間", "概ね20営業日" },
        { "通過", "専門家派遣の決め方", "専門家の派遣: 専門家の派遣(無料)の日程は、事務局が" },
        { "通過", "専門家派遣の回数", "派遣は2回です。" },
        { "通過", "日付", "日付: 令和7年6月25日(水)" },
        { "通過", "発信者", "発信者: 公益財団法人東京しごと財団 理事長" },
        { "不通過", "理由", "理由: 都内に事業所がありません。" },
        { "不通過", "文書番号", "文書番号: 7東し企働第1号" },
        { "不通過", "日付", "日付: 令和8年3月18日(水)" },
        { "不通過", "発信者", "発信者: 公益財団法人東京しごと財団 理事長" },
        { "不通過", "教示", "ご異議がある場合は" },
        { "補正の依頼", "回答がないときにどうなるか", "期限までに回答がない場合、この申請は終結します。" },
        { "補正の依頼", "間に合わないとき", "期限の前に事務局へご連絡ください。" },
        { "支給決定", "金額", "奨励金200,000円を支給することを決定しました。" },
        { "支給決定", "金額の表", "支給額: 200,000円" },
        { "支給決定", "支払の手続き", "請求書兼口座振替依頼書を事務局へ提出" },
        { "支給決定", "文書番号", "文書番号: 7東し企働第2号" },
        { "支給決定", "日付", "日付: 令和8年3月18日(水)" },
        { "支給決定", "発信者", "発信者: 公益財団法人東京しごと財団 理事長" },
        { "支給決定", "教示", "ご異議がある場合は" },
        { "不支給決定", "理由", "理由: 実施の記録がありません。" },
        { "不支給決定", "文書番号", "文書番号: 7東し企働第3号" },
        { "不支給決定", "日付", "日付: 令和8年3月18日(水)" },
        { "不支給決定", "発信者", "発信者: 公益財団法人東京しごと財団 理事長" },
        { "不支給決定", "教示", "ご異議がある場合は" },
        { "期限徒過", "郵送したとき", "期限当日までの消印で郵送された場合: 事務局へご連絡ください。" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Notice_OfAKind_SaysTheFact(string notice, string fact, string said)
    {
        Assert.NotEqual("", fact);
        Assert.Contains(said, Compose(notice).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_OfEveryKind_SaysHowTheOfficeIsReached()
    {
        await using var services = new ServiceCollection().AddPages().AddLogging()
            .AddSingleton(new EditionCatalog(Sample.R7)).AddSingleton(new PublicAddress(null)).BuildServiceProvider();
        var renderer = services.GetRequiredService<INoticeRenderer>();
        foreach (var name in Told.Keys)
        {
            var mail = await renderer.RenderAsync(Compose(name), null);
            Assert.All([mail.Text, mail.Html], m => Assert.Contains($"電話 {Sample.R7.Contact!.Phone}", m, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Notice_WhereTheFileSaysNothing_SaysNothing()
    {
        var (before, e) = Told["不支給決定"];
        var silent = Sample.R7 with { Letters = new(), Contact = Sample.R7.Contact! with { Signatory = null } };

        var told = NoticeComposer.Compose(silent, CaseEvolution.Fold([.. before, e]), e, before.Length + 1)!;

        Assert.DoesNotContain(told.Lines(), p => p.Contains("ご異議", StringComparison.Ordinal));
        Assert.Contains($"発信者: {Sample.R7.Contact.Office}", told.Lines());
    }

    private static Notice Compose(string notice)
    {
        var (before, e) = Told[notice];
        return NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold([.. before, e]), e, before.Length + 1)!;
    }
}
