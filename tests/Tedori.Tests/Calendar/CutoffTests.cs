using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Tests.Calendar;

public sealed class CutoffTests
{
    private static readonly Edition R7 = EditionReader.R7();
    private static readonly LocalDate Deadline = R7.Round(1).CompanyRegistration;
    private static readonly Cutoff WithPost = Cutoff.On(R7, Deadline, "企業情報の登録期限", post: true);
    private static readonly Cutoff WithoutPost = Cutoff.On(R7, Deadline, "事前エントリーの期限", post: false);

    [Theory]
    [InlineData("2025-06-12T16:59:59.999", true)]
    [InlineData("2025-06-12T16:59:59.999999999", true)]
    [InlineData("2025-06-12T17:00:00.000", false)]
    [InlineData("2025-06-12T17:00:00.001", false)]
    [InlineData("2025-06-12T23:59:59.999", false)]
    public void Admits_ElectronicFiling_EndsAtSeventeenOnTheTimeOfReceipt(string receivedAt, bool admitted)
    {
        var receipt = new Receipt.Electronic(Days.Japan(receivedAt));

        Assert.Equal(admitted, WithPost.Admits(receipt));
        Assert.Equal(admitted, WithoutPost.Admits(receipt));
    }

    [Theory]
    [InlineData("2025-06-11", true)]
    [InlineData("2025-06-12", true)]
    [InlineData("2025-06-13", false)]
    public void Admits_Post_LooksAtThePostmarkAlone(string postmark, bool admitted)
    {
        Assert.Equal(admitted, WithPost.Admits(Post(postmark, arrived: "2025-06-13")));
        Assert.Equal(admitted, WithPost.Admits(Post(postmark, arrived: "2025-08-29")));
    }

    [Theory]
    [InlineData("2025-06-12T23:59:59.999", true)]
    [InlineData("2025-06-13T00:00:00.000", false)]
    public void Admits_PostmarkOfTheDateInJapan_TurnsAtMidnight(string postedAt, bool admitted)
    {
        var postmark = JapanTime.DateOf(Days.Japan(postedAt));

        Assert.Equal(admitted, WithPost.Admits(new Receipt.Post(postmark, postmark.PlusDays(3), "簡易書留", null)));
    }

    [Fact]
    public void Admits_PostWherePostIsNotAccepted_IsRefused() =>
        Assert.False(WithoutPost.Admits(Post("2025-06-02", arrived: "2025-06-03")));

    [Fact]
    public void SettledAt_WithPost_IsTheEndOfTheSeventhBusinessDayAfter() =>
        Assert.Equal(Days.Japan("2025-06-24T00:00:00"), WithPost.SettledAt);

    [Fact]
    public void SettledAt_WithoutPost_IsTheElectronicEnd()
    {
        Assert.Equal(Days.Japan("2025-06-12T17:00:00"), WithoutPost.ElectronicEnd);
        Assert.Equal(WithoutPost.ElectronicEnd, WithoutPost.SettledAt);
    }

    [Fact]
    public void Explanation_FixedDateWithPost_NamesDateRuleAndBothChannels() => Assert.Equal(
        "第1回の企業情報の登録期限(募集要項1(4)(イ))は令和7年6月12日(木)です。" +
        "電子申請は同日17時より前に受信したもの、郵送は同日までの消印があるものが有効です。",
        Cutoff.On(R7, Deadline, "第1回の企業情報の登録期限(募集要項1(4)(イ))", post: true).Explanation);

    [Fact]
    public void Explanation_WithoutPost_SaysThatPostIsNotAccepted() => Assert.Equal(
        "事前エントリーの期限は令和7年6月12日(木)です。" +
        "電子申請で同日17時より前に受信したものだけが有効です(郵送は受け付けません)。",
        WithoutPost.Explanation);

    [Fact]
    public void Explanation_Counted_NamesBaseDateAndHowManyClosedDaysAreSkipped() => Assert.Equal(
        "補正の期限は令和7年11月11日(火)です。10月31日(金)の翌日から数えて6営業日目です(閉庁日5日を除く)。" +
        "電子申請は同日17時より前に受信したもの、郵送は同日までの消印があるものが有効です。",
        Cutoff.After(R7, Days.Of("2025-10-31"), 6, "補正の期限", post: true).Explanation);

    [Fact]
    public void Explanation_CountedWithoutClosedDay_HasNoEmptyParentheses() => Assert.Equal(
        "補正の期限は令和7年6月13日(金)です。6月9日(月)の翌日から数えて4営業日目です。" +
        "電子申請で同日17時より前に受信したものだけが有効です(郵送は受け付けません)。",
        Cutoff.After(R7, Days.Of("2025-06-09"), 4, "補正の期限", post: false).Explanation);

    [Fact]
    public void Explanation_OfEveryDeadlineOfTheProgramme_HasNoSentenceOfMoreThanSixtyCharacters()
    {
        var texts = R7.Rounds.SelectMany(round => Enum.GetValues<Step>().SelectMany(step => new[]
        {
            Cutoff.On(R7, round.CompanyRegistration, $"第{round.Number}回の「{CaseLabels.Of(step)}」の期限(延長後)(募集要項1(4))", post: true),
            Cutoff.After(R7, round.EntryCloses, 10, "補正の期限", post: true),
        }));

        Assert.All(texts.SelectMany(c => c.Explanation.Split('。')), sentence => Assert.InRange(sentence.Length, 0, 60));
    }

    [Fact]
    public void Explanation_HoursThatEndWithinAnHour_ShowTheMinutes()
    {
        var half = R7 with { Hours = new(new(9, 0), new(16, 30)) };

        var cutoff = Cutoff.On(half, Deadline, "期限", post: false);

        Assert.Contains("同日16時30分より前", cutoff.Explanation, StringComparison.Ordinal);
        Assert.Equal(Days.Japan("2025-06-12T16:30:00"), cutoff.ElectronicEnd);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void After_LessThanOneBusinessDay_Throws(int businessDays) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cutoff.After(R7, Deadline, businessDays, "補正の期限", post: true));

    private static Receipt.Post Post(string postmark, string arrived) =>
        new(Days.Of(postmark), Days.Of(arrived), "簡易書留", "123-45-67890-1");
}
