using Tedori.Programme;
using Tedori.Programme.Payments;

namespace Tedori.Tests.Payments;

/// <summary>The digits by which bank and office know a payment.</summary>
public sealed class CustomerCodeTests
{
    [Fact]
    public void Of_ACase_IsYearRoundAndSerial()
    {
        var code = CustomerCode.Of(2025, CaseId.Parse("r7-07-00123"));
        Assert.Equal("2507000123", code.ToString());
        Assert.True(CustomerCode.TryParse("2507000123", out var read));
        Assert.Equal(code, read);
        Assert.Equal((2025, 7, 123), (read.FiscalYear, read.Round, read.Serial));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("250700012")]
    [InlineData("25070001234")]
    [InlineData("250700012x")]
    [InlineData("2500000123")]
    [InlineData("2507000000")]
    [InlineData("２５０７０００１２３")]
    public void TryParse_AnythingElse_IsNone(string? text) => Assert.False(CustomerCode.TryParse(text, out _));

    [Theory]
    [InlineData(1999, 1, 1)]
    [InlineData(2100, 1, 1)]
    [InlineData(2025, 0, 1)]
    [InlineData(2025, 100, 1)]
    [InlineData(2025, 1, 0)]
    [InlineData(2025, 1, 1_000_000)]
    public void New_WhatDoesNotFit_Throws(int year, int round, int serial) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerCode(year, round, serial));
}
