using Tedori.Programme.Notices;

namespace Tedori.Tests.Notices;

public sealed class CorrectionLineTests
{
    [Theory]
    [InlineData("就業規則", "受付印のある写しを提出してください。", "就業規則: 受付印のある写しを提出してください。")]
    [InlineData("業種", "「業種」を入力してください。", "「業種」を入力してください。")]
    [InlineData("業種", "「業種の名称」を入力してください。", "業種: 「業種の名称」を入力してください。")]
    public void Line_WhereTheReasonNamesItsSubject_NamesItOnce(string subject, string reason, string line) =>
        Assert.Equal(line, CorrectionLine.Of(subject, reason));
}
