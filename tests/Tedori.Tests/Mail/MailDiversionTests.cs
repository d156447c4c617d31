using NodaTime;
using Tedori.Cli.Commands;
using Tedori.Local;
using Tedori.Workflows.Mail;

namespace Tedori.Tests.Mail;

public sealed class MailDiversionTests
{
    private static readonly OutgoingMail Mail = new(
        "r7-01-00001.resultWon.0002", "yamada@company.example", "山田", "当選", "本文です。",
        "<!DOCTYPE html><html><body style=\"a\"><p>本文です。</p></body></html>", Instant.FromUtc(2025, 6, 20, 1, 0));

    [Fact]
    public void Of_WhereOneAddressIsSet_GoesThereAndSaysForWhomItWasMeant()
    {
        var mail = new MailDiversion("test@office.example").Of(Mail);

        Assert.Equal(
            ("test@office.example", "yamada@company.example", "[yamada@company.example] 当選"),
            (mail.To, mail.MeantFor, mail.Subject));
        Assert.StartsWith("このメールの本来の宛先はyamada@company.exampleです。", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n本文です。", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<body style=\"a\"><p>このメールの本来の宛先はyamada@company.exampleです。", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhereNoneIsSet_LeavesAsItIs() => Assert.Same(Mail, MailDiversion.None.Of(Mail));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(" test@office.example ", "test@office.example")]
    public void Read_OfAnAddressOrNothing_IsTaken(string? text, string? address) =>
        Assert.Equal(address, MailDiversion.Read(text)!.Address);

    [Theory]
    [InlineData("office")]
    [InlineData("a@b@example.jp")]
    [InlineData("a b@example.jp")]
    [InlineData("a@example.jp\r\nBcc: b@example.jp")]
    [InlineData("a@example.jp,b@example.jp")]
    public void Read_OfWhatIsNoAddress_IsRefused(string text) => Assert.Null(MailDiversion.Read(text));

    [Fact]
    public void Read_OfALongText_IsRefused() => Assert.Null(MailDiversion.Read(new string('a', 300) + "@example.jp"));

    [Theory]
    [InlineData("a@example.jp", null, "a@example.jp")]
    [InlineData(null, "a@example.jp", "a@example.jp")]
    [InlineData("a@example.jp", "a@example.jp", "a@example.jp")]
    [InlineData(null, "", null)]
    public void Serve_ByTheOptionOrTheSetting_DivertsAlike(string? option, string? setting, string? address) =>
        Assert.Equal(address, ServeMail.DiversionOf(option, setting).Address);

    [Theory]
    [InlineData("a@example.jp", "b@example.jp", "different addresses")]
    [InlineData("office", null, "--mail-to 'office' is no mail address.")]
    [InlineData(null, "office", "TEDORI_MAIL_TO 'office' is no mail address.")]
    public void Serve_WhatIsNotOneAddress_IsRefusedWithASentence(string? option, string? setting, string said) => Assert.Contains(
        said, Assert.Throws<UsageException>(() => ServeMail.DiversionOf(option, setting)).Message, StringComparison.Ordinal);

    [Fact]
    public void Sentence_AtTheStart_SaysWhereAllGoes() => Assert.Equal(
        "Mails stay in the outbox, all to a@example.jp; with --smtp HOST:PORT they leave.",
        ServeMail.Sentence(null, new("a@example.jp")));
}
