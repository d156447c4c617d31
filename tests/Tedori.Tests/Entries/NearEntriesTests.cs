using System.Security.Cryptography;
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

    [Fact]
    public void Of_OneNumberUnderTwoNames_IsAPairAlthoughItSharesOneLot()
    {
        var (first, second, why) = Assert.Single(Of(One, One with { CompanyName = "別の会社" }));
        Assert.Equal((0, 1, "OtherName"), (first, second, string.Join(' ', why)));
        Assert.Empty(Of(One, One with { CompanyName = "見本㈱" }));
    }

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

    // By the first eight bytes of digests of what is read: who changes how texts are read counts NearKeys.Version up.
    [Fact]
    public void Keys_OfACompany_AreTheBytesOfTheirVersion()
    {
        var bytes = new byte[NearKeys.Length];
        KeysOf(One with { CompanyName = "㈱髙島﨑ー・ヴ", Address = "東京都千代田区霞ヶ関二丁目１番地３号", Phone = "+81 (0)3-1111-1111" })
            .Write(bytes);

        Assert.Equal(2, NearKeys.Version);
        Assert.Equal("a6d8b6b8810cf0062c56ed0a28fd357f", Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]);
        Assert.Equal(KeysOf(One), NearKeys.Read(Written(KeysOf(One))));
    }

    [Fact]
    public void Pairs_OfManyThatMeetInEveryWay_AreThoseOfComparingEachWithTheFirst()
    {
        var random = new Random(20260511);
        for (var round = 0; round < 40; round++)
        {
            var forms = Enumerable.Range(0, 60).Select(_ => new EntryForm(
                $"会社{random.Next(25)}", random.Next(3) == 0 ? null : $"n{random.Next(40)}", "代表", $"港区{random.Next(40)}", 20,
                "担当", $"{random.Next(40)}@example.jp", $"03-1111-{random.Next(40):0000}")).ToList();

            Assert.Equal(Compared(forms), Of([.. forms]).Select(p => $"{p.First}+{p.Second} {string.Join(' ', p.Reasons)}"));
        }
    }

    // Whoever shares a key is shown beside the company of the first with it, unless it is that company.
    private static IEnumerable<string> Compared(List<EntryForm> forms)
    {
        var groups = EntryGroups.Of([.. forms.Select(EntryOf)], []);
        var pairs = new SortedDictionary<(int, int), SortedSet<NearReason>>();
        for (var i = 0; i < forms.Count; i++)
        {
            var same = forms.FindIndex(f => f.CorporateNumber is { } number && number == forms[i].CorporateNumber);
            if (same >= 0 && NameOf(forms[same]) != NameOf(forms[i]))
                pairs[(same, i)] = [NearReason.OtherName];
            foreach (var (reason, text) in TextsOf(forms[i]))
            {
                var first = forms.FindIndex(f => TextsOf(f).Contains((reason, text)));
                if (groups[first] == groups[i])
                    continue;
                var pair = (Math.Min(groups[first], groups[i]), Math.Max(groups[first], groups[i]));
                pairs.TryAdd(pair, []);
                pairs[pair].Add(reason);
            }
        }

        return pairs.Select(p => $"{p.Key.Item1}+{p.Key.Item2} {string.Join(' ', p.Value)}");
    }

    private static IEnumerable<(NearReason, string)> TextsOf(EntryForm form)
    {
        var texts = CompanyTexts.Of(form, CompanyReading.Default);
        if (form.CorporateNumber is not null)
        {
            yield return (NearReason.OtherNumber, $"a{texts.Name}{texts.Address}");
            yield return (NearReason.OtherNumber, $"p{texts.Name}{texts.Phone}");
        }

        yield return (NearReason.Mail, form.Email);
        yield return (NearReason.Phone, texts.Phone);
        yield return (NearReason.Address, texts.Address);
        yield return (NearReason.Name, CompanyReading.Bare(texts.Name));
    }

    private static string NameOf(EntryForm form) =>
        CompanyReading.Bare(CompanyTexts.Of(form, CompanyReading.Default).Name);

    private static byte[] Written(NearKeys keys)
    {
        var bytes = new byte[NearKeys.Length];
        keys.Write(bytes);
        return bytes;
    }

    private static NearKeys KeysOf(EntryForm form) => NearKeys.Of(
        EntryOf(form, 0), CompanyTexts.Of(form, CompanyReading.Default), CompanyReading.Default.Mail(form.Email));

    private static Entry EntryOf(EntryForm form, int index) => new(
        new(Sample.RoundId, index + 1), Instant.FromUnixTimeSeconds(0), CompanyKeys.Of(form, CompanyReading.Default), 20);

    private static IReadOnlyList<NearPair> Of(params EntryForm[] forms) =>
        NearEntries.Of(
            [.. forms.Select((f, i) => (
                new Entry(new(Sample.RoundId, i + 1), Instant.FromUnixTimeSeconds(0), CompanyKeys.Of(f, CompanyReading.Default), 20), f))],
            CompanyReading.Default);
}
