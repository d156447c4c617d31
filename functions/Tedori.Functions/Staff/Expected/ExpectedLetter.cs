using Microsoft.AspNetCore.Mvc;
using Tedori.Functions.Papers;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Staff.Expected;

/// <summary>The letter that would go along with an expected mail, as a PDF to look at.</summary>
internal static class ExpectedLetter
{
    /// <summary>The letter of the group with this number, from 0; null where there is none.</summary>
    public static IActionResult? Of(ExpectedMails mails, string number) =>
        StaffNumber.Of(number) is { } n && n >= 0 && n < mails.Groups.Count && mails.Groups[n].Example.Mail.Letter is { } letter
            ? new PdfResult(letter.Content, "preview.pdf")
            : null;
}
