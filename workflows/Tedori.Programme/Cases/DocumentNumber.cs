using System.Globalization;
using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Cases;

/// <summary>The number of a decision letter (文書番号): 年度(和暦) + prefix + 第 + serial + 号.</summary>
/// <param name="FiscalYear">Western year in which the fiscal year (April to March, Asia/Tokyo) begins.</param>
/// <param name="Prefix">What the edition configures.</param>
/// <param name="Serial">Serial number within the fiscal year, from 1, never used again.</param>
public sealed record DocumentNumber(int FiscalYear, string Prefix, int Serial)
{
    /// <summary>The fiscal year of an instant: from 1 April to 31 March, Asia/Tokyo.</summary>
    public static int FiscalYearOf(Instant at)
    {
        var date = JapanTime.DateOf(at);
        return date.Month >= 4 ? date.Year : date.Year - 1;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{FiscalYear - 2018}{Prefix}第{Serial}号");
}
