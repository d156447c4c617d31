using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Notices;

public sealed class NoticeIdTests
{
    public static TheoryData<NoticeKind> Kinds => [.. Enum.GetValues<NoticeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Parse_PrintedForm_RoundTrips(NoticeKind kind)
    {
        foreach (var cause in new[] { 1, 42, 9999 })
        {
            var id = new NoticeId(Sample.CaseId, kind, cause);
            Assert.Equal(id, NoticeId.Parse(id.ToString()));
            Assert.Equal(id, TedoriJson.Read<NoticeId>(TedoriJson.Write(id)));
        }
    }

    [Fact]
    public void ToString_Notice_ReadsAsCaseKindAndCause() =>
        Assert.Equal("r7-01-00001.resultWon.0002", new NoticeId(Sample.CaseId, NoticeKind.ResultWon, 2).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("r7-01-00001.resultWon")]
    [InlineData("r7-01-00001.resultWon.2")]
    [InlineData("r7-01-00001.resultWon.0000")]
    [InlineData("r7-01-00001.resultWon.+001")]
    [InlineData("r7-01-00001.ResultWon.0002")]
    [InlineData("r7-01-00001.resultwon.0002")]
    [InlineData("r7-01-00001.resultWon .0002")]
    [InlineData("r7-01-00001.entryReceived,ResultWon.0002")]
    [InlineData("r7-01-00001.1.0002")]
    [InlineData("r7-01-00001..0002")]
    [InlineData("r7-01-1.resultWon.0002")]
    [InlineData("r7-01-00001.resultWon.0002.x")]
    public void TryParse_AnotherForm_IsRefused(string? text) => Assert.False(NoticeId.TryParse(text, out _));
}
