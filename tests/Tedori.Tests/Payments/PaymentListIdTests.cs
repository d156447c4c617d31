using Tedori.Programme;
using Tedori.Programme.Serialization;

namespace Tedori.Tests.Payments;

public sealed class PaymentListIdTests
{
    [Fact]
    public void Parse_WhatItPrints_IsTheSame()
    {
        var id = new PaymentListId(2026, 12);
        Assert.Equal("p2026-0012", id.ToString());
        Assert.Equal(id, PaymentListId.Parse("p2026-0012"));
        Assert.Equal("\"p2026-0012\"", TedoriJson.Write(id));
        Assert.Equal(id, TedoriJson.Read<PaymentListId>("\"p2026-0012\""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("p2026-0000")]
    [InlineData("p2026-12")]
    [InlineData("P2026-0012")]
    [InlineData("p2026-00121")]
    [InlineData("p+026-0012")]
    [InlineData("p2026- 012")]
    [InlineData("p２026-0012")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(PaymentListId.TryParse(text, out _));
}
