using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

/// <summary>Laws of reading over all of Unicode. The seed is fixed, so a failure comes again.</summary>
public sealed class ReadingLaws
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20261128, 14001).WithMaxTest(3000);
    private static readonly LocalDate Earliest = new(1873, 1, 1);
    private static readonly LocalDate Latest = new(2100, 12, 31);

    // Every plane, but more of what is typed in Japan and of what is not seen.
    private static readonly Gen<Rune> Any = Gen.Frequency(
        (4, Gen.Choose(0, 0x10FFFF).Where(Rune.IsValid).Select(c => new Rune(c))),
        (4, Gen.Choose(0x20, 0x7E).Select(c => new Rune(c))),
        (4, Gen.Choose(0x3040, 0x30FF).Select(c => new Rune(c))),
        (2, Gen.Choose(0xFF01, 0xFF9F).Select(c => new Rune(c))),
        (3, Gen.Choose(0x2000, 0x206F).Select(c => new Rune(c))),
        (2, Gen.Choose(0x300, 0x36F).Select(c => new Rune(c))),
        (2, Gen.Choose(0x1100, 0x11FF).Select(c => new Rune(c))),
        (1, Gen.Elements(0x3099, 0x309A, 0x3164, 0x2800, 0xFE0F, 0xE0100, 0xAD, 0x30FC, 0x2212).Select(c => new Rune(c))));

    private static readonly Arbitrary<string> Texts = Gen.ArrayOf(Any).Select(string.Concat).ToArbitrary();

    private static readonly Arbitrary<string> Numerals = Gen.NonEmptyListOf(Gen.Frequency(
            (8, Gen.Elements("0123456789０１２,，".EnumerateRunes().ToArray())), (1, Any)))
        .Select(string.Concat).ToArbitrary();

    [Fact]
    public void Clean_Twice_IsOnce() => Hold(t => PlainText.Clean(PlainText.Clean(t)) == PlainText.Clean(t));

    [Fact]
    public void Fold_Twice_IsOnce() => Hold(t => Folding.Fold(Folding.Fold(t)) == Folding.Fold(t));

    [Fact]
    public void Compose_Twice_IsOnce() => Hold(t =>
        Normalization.Compose(Normalization.Compose(t)) == Normalization.Compose(t)
        && Normalization.Fold(Normalization.Fold(t)) == Normalization.Fold(t));

    [Fact]
    public void Narrow_Twice_IsOnce() => Hold(t => TypedText.Narrow(TypedText.Narrow(t)) == TypedText.Narrow(t));

    [Fact]
    public void Name_WithWhatNobodySees_IsTheSameName() => Hold(t =>
        PlainText.Clean(Between(t, "\u200B")) == PlainText.Clean(t)
        && Folding.Fold(Between(t, "\u2060")) == Folding.Fold(t));

    [Fact]
    public void Fold_ComposedOrNot_IsEqual() => Hold(t => Folding.Fold(Normalization.Compose(t)) == Folding.Fold(t));

    [Fact]
    public void Number_OfAnyText_IsItsDigitsOrARefusalThatSaysWhy() => Check.One(Fixed, Prop.ForAll(Numerals, text =>
    {
        var read = Numbers.Read(text, 0, 999_999_999_999, []);
        var rest = TypedText.Narrow(text).EnumerateRunes().Where(r => !"0123456789,".Contains(r.ToString(), StringComparison.Ordinal));
        return read.IsRead
            ? read.Value == long.Parse(Digits(text), NumberStyles.None, CultureInfo.InvariantCulture)
            : read.Refusal!.Code == "outOfRange" || Names(read.Refusal, rest);
    }));

    [Fact]
    public void Readers_OfAnyText_ReadOrSaySomething() => Hold(t =>
        Says(Dates.Read(t, Earliest, Latest).Refusal) && Says(Times.Read(t, nextDay: true).Refusal)
        && Says(HourCounts.Read(t, 744).Refusal) && Says(MailAddresses.Read(t).Refusal)
        && Says(Phones.Read(t).Refusal) && Says(CorporateNumbers.Read(t).Refusal));

    [Fact]
    public void Date_InEveryWriting_IsOneDate() => Check.One(Fixed, Prop.ForAll(
        Gen.Choose(0, (Latest - Earliest).Days).Select(d => Earliest.PlusDays(d)).ToArbitrary(),
        date => Writings(date).All(w => Dates.Read(w, Earliest, Latest) is { IsRead: true, Value: var read } && read == date)));

    [Fact]
    public void Phone_InEveryWriting_IsOneNumber() => Check.One(Fixed, Prop.ForAll(
        Gen.Elements("-", " ", "\u3000", "\u2010", "\u2013", "\u2015", "\u2212", "ー", "－", ".", "\u00A0").ToArbitrary(), between =>
        Phones.Read($"03{between}1234{between}5678").Value == "03-1234-5678"
        && Phones.Read($"+81{between}3{between}1234{between}5678").Value == "03-1234-5678"
        && Phones.Digits($"+81{between}3{between}1234") == "031234"
        && ReceiptNumbers.TryRead(between is " " or "\u3000" or "." or "\u00A0" ? "r7-07-00123" : $"Ｒ７{between}07{between}00123", out var id)
        && id == CaseId.Parse("r7-07-00123")));

    [Fact]
    public void Reading_OfItsOwnValue_IsTheSame() => Hold(t =>
        (MailAddresses.Read(t) is not { IsRead: true, Value: var mail } || MailAddresses.Read(mail).Value == mail)
        && (Phones.Read(t) is not { IsRead: true, Value: var phone } || Phones.Read(phone).Value == phone)
        && EmployeeNumbers.Key(EmployeeNumbers.Key(t)) == EmployeeNumbers.Key(t));

    private static void Hold(Func<string, bool> law) => Check.One(Fixed, Prop.ForAll(Texts, law));

    private static string Between(string text, string mark) =>
        string.Concat(text.EnumerateRunes().Select(r => mark + r)) + mark;

    private static string Digits(string text) => string.Concat(TypedText.Narrow(text).Where(char.IsAsciiDigit));

    private static bool Names(Refusal refusal, IEnumerable<Rune> strange) =>
        strange.Select(r => r.Value).ToList() is not [var first, ..]
        || refusal.Text.Contains($"(U+{first:X4})", StringComparison.Ordinal);

    private static bool Says(Refusal? refusal) => refusal is null || refusal.Text.EndsWith('。');

    private static IEnumerable<string> Writings(LocalDate d)
    {
        yield return $"{d.Year}-{d.Month:00}-{d.Day:00}";
        yield return $"{d.Year}/{d.Month}/{d.Day}";
        yield return $"{d.Year}年{d.Month}月{d.Day}日";
        yield return $"{d.Year}.{d.Month}.{d.Day}";
        yield return $"{d.Year}{d.Month:00}{d.Day:00}";
        yield return Tedori.Programme.Calendar.JapaneseDate.Full(d);
        foreach (var pattern in new[] { "d MMMM uuuu '('ddd')'", "d MMMM uuuu", "MMMM d, uuuu", "MMM d uuuu", "d MMM uuuu" })
            yield return d.ToString(pattern, CultureInfo.InvariantCulture);
        foreach (var era in Tedori.Programme.Calendar.JapaneseEra.All.Where(e => e.Contains(d)))
        {
            var year = d.Year - era.FirstYear + 1;
            yield return $"{era.Name}{(year == 1 ? "元" : year)}年{d.Month}月{d.Day}日";
            yield return $"{era.Letter}{year}.{d.Month}.{d.Day}";
            yield return $"{era.Name[..1]}{year}/{d.Month}/{d.Day}";
        }
    }
}
