using System.Globalization;
using NodaTime;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Mails;

/// <summary>The mails that came in.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Unfiled">Those filed with no case of which something is left to do, the oldest first.</param>
/// <param name="Month">A page of those of the month, the newest first.</param>
/// <param name="Shown">The month, UTC.</param>
/// <param name="IsLatest">Whether it is the present month.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Pages">How many pages the month has.</param>
public sealed record MailListModel(
    StaffMember Member, IReadOnlyList<InboundLine> Unfiled, IReadOnlyList<InboundLine> Month, YearMonth Shown, bool IsLatest,
    int Page, int Pages)
{
    /// <summary>Mails of a page.</summary>
    public const int PageSize = 200;

    /// <summary>The month as it is read.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Shown.Year}年{Shown.Month}月");

    /// <summary>The address of a page of a month so many months later.</summary>
    public string PathOf(int later, int page = 1)
    {
        var month = Shown.PlusMonths(later);
        return string.Create(
            CultureInfo.InvariantCulture, $"/staff/mails?month={month.Year:0000}-{month.Month:00}&page={page}");
    }
}
