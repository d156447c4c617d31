using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Text;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

public sealed class NearEntriesTests
{
    private static readonly EntryForm One = new(
        "株式会社見本", "7123456789012", "代表", "東京都港区芝1-2-3", 20, "担当", "one@example.jp", "03-1111-1111");

    private static readonly EntryForm Other = new(
        "別の会社", "4011001098993", "代表", "東京都港区三田9-9-9", 20, "担当", "other@example.jp", "03-2222-2222");

    [Fact]
    public void Of_NothingInCommon_IsNoPair() => Assert.Empty(Of(One, Other));

    [Fact]
    public void Of_OneCompany_IsNoPairBecauseItSharesOneLot() =>
        Assert.Empty(Of(One, One with { CorporateNumber = null, Email = "x@example.jp" }));

    public static TheoryData<string, string> Alike => new()
    {
        { "mail", "Mail" }, { "phone", "Phone" }, { "address", "Address" }, { "name", "Name" },
        { "number", "OtherNumber Mail Phone Address Name" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void Of_OneThingInCommon_IsAPairWithTheReason(string what, string reasons)
    {
        var near = what switch
        {
            "mail" => Other with { Email = "ONE@example.jp" },
            "phone" => Other with { Phone = "０３(1111)1111" },
            "address" => Other with { Address = "港区芝一丁目2番3号" },
            "name" => Other with { CompanyName = "見本㈱" },
            _ => One with { CorporateNumber = Other.CorporateNumber },
        };
        var (first, second, why) = Assert.Single(Of(One, near));
        Assert.Equal((0, 1), (first, second));
        Assert.Equal(reasons, string.Join(' ', why));
    }

    [Fact]
    public void Of_ThousandWithOnePhone_AreAsManyPairsAndNotTheirSquare() => Assert.Equal(
        999, Of([.. Enumerable.Range(1, 1000).Select(n => Other with
        {
            CompanyName = $"会社{n}", CorporateNumber = null, Address = $"港区{n}", Email = $"{n}@example.jp",
        })]).Count);

    private static IReadOnlyList<NearPair> Of(params EntryForm[] forms) =>
        NearEntries.Of(
            [.. forms.Select((f, i) => (
                new Entry(new(Sample.RoundId, i + 1), Instant.FromUnixTimeSeconds(0), CompanyKeys.Of(f, CompanyReading.Default), 20), f))],
            CompanyReading.Default);
}
