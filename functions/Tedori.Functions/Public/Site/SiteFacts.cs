using System.Globalization;
using System.Text.Encodings.Web;
using Tedori.Functions.Languages;
using Tedori.Functions.Public.Home;
using Tedori.Programme.Editions;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.Site;

/// <summary>Fills the facts of a programme into the texts, so that no number is written twice.</summary>
public sealed class SiteFacts
{
    private readonly Dictionary<string, string> facts;

    /// <summary>The facts of a programme and the round that a reader can enter next.</summary>
    public SiteFacts(Edition edition, Round round)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        facts = new()
        {
            ["minimumItems"] = Number(edition.Grant.MinimumItems),
            ["ceiling"] = Written.Yen(edition.Grant.CeilingYen),
            ["maximumEmployees"] = Number(edition.Entry.MaximumEmployees),
            ["questions"] = Number(edition.Entry.Conditions.Count + 1),
            ["closes"] = HomeModel.Clock(edition.Hours.Closes) + Written.Zone,
            ["resultDays"] = Number(edition.Windows.ResultNoticeBusinessDays),
            ["correctionDays"] = Number(edition.Windows.CorrectionBusinessDays),
            ["visits"] = Number(edition.Visits.Required),
            ["email"] = edition.Contact?.Email ?? Say("事務局"),
            ["smallestCell"] = Number(edition.SmallestCell),
            ["largestHidden"] = Number(edition.SmallestCell - 1),
            ["roundName"] = Say("{0}の第{1}回", Written.Year(edition), round.Number),
        };
    }

    /// <summary>The text as HTML: the text itself is ours and may hold links, the facts are escaped.</summary>
    /// <exception cref="InvalidOperationException">The text names a fact that there is not.</exception>
    public string Fill(string text) => FactTexts.Fill(text, facts, Encoder.Encode);

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
