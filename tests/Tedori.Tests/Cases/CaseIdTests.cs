using Tedori.Programme;

namespace Tedori.Tests;

public sealed class CaseIdTests
{
    [Theory]
    [InlineData("r7-07-00123")]
    [InlineData("r10-10-99999")]
    [InlineData("r7-07-100000")]
    [InlineData("r7-07-1000000")]
    public void TryParse_PrintedForm_RoundTrips(string text) => Assert.Equal(text, CaseId.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("r7-7-00123")]
    [InlineData("r7-07-0123")]
    [InlineData("r7-07-000123")]
    [InlineData("r7-07-0100000")]
    [InlineData("r7-07-10000000")]
    [InlineData("r7-00-00123")]
    [InlineData("r7-07-00000")]
    [InlineData("R7-07-00123")]
    [InlineData("r7-07-+0123")]
    [InlineData("r7-07-00123 ")]
    public void TryParse_AnotherForm_IsRefused(string? text) => Assert.False(CaseId.TryParse(text, out _));
}
