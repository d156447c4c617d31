using Tedori.Programme.Editions;

namespace Tedori.Tests.Programmes;

public sealed class ContactSectionTests
{
    private const string Path = "contact.value";

    [Theory]
    [InlineData("phone", "0300000000", "is not a phone number such as 03-1234-5678")]
    [InlineData("phone", "+81-3-1234-5678", "is not a phone number")]
    [InlineData("phone", "03-1234-567８", "is not a phone number")]
    [InlineData("email", "office", "is not a mail address such as office@example.jp")]
    [InlineData("email", "a@b@example.jp", "is not a mail address")]
    [InlineData("email", "office@example.jp\\n", "is not a mail address")]
    [InlineData("postalCode", "1020072", "is not a postal code such as 102-0072")]
    [InlineData("office", "事務局\\n二行目", "is not one line of at most 200 characters")]
    [InlineData("hours", " ", "The text is blank")]
    [InlineData("signatory", "理事長\\n印", "is not one line of at most 200 characters")]
    [InlineData("signatory", "", "The text is blank")]
    public void Read_AContactThatNobodyCanReach_IsAFaultOfItsField(string field, string value, string message)
    {
        var edited = ProgrammeFileEdits.OfR7().Set($"{Path}.{field}", $"\"{value}\"");

        var fault = Assert.Single(Assert.IsType<EditionReading.Invalid>(EditionReader.Read(edited.Text)).Faults);

        Assert.EndsWith($".{field}", fault.Path, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnExampleContact_WarnsUntilItIsReplaced()
    {
        var edited = ProgrammeFileEdits.OfR7().Set($"{Path}.phone", "\"03-1234-5678\"").Set($"{Path}.email", "\"office@tokyo.test\"");

        Assert.Equal(["contact.phone", "contact.email"], Warnings(ProgrammeFileEdits.R7Text));
        Assert.Empty(Warnings(edited.Text));
    }

    [Fact]
    public void Read_AFileFromBeforeTheSection_IsReadAndWarns()
    {
        var edited = ProgrammeFileEdits.OfR7().Remove("contact");

        Assert.Equal(["contact"], Warnings(edited.Text));
    }

    [Fact]
    public void Read_AContactWithoutASignatory_IsReadAndWarns()
    {
        var edited = ProgrammeFileEdits.OfR7().Remove("contact.value.signatory");

        Assert.Equal(["contact.phone", "contact.email", "contact.signatory"], Warnings(edited.Text));
    }

    private static IEnumerable<string> Warnings(string text) =>
        Assert.IsType<EditionReading.Valid>(EditionReader.Read(text)).Warnings.Select(w => w.Path)
            .Where(p => p.StartsWith("contact", StringComparison.Ordinal));
}
