using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Season;

/// <summary>
/// What companies state of their items: schemes when they register, and with the claim when each rule was made and came
/// into force. Some slip, and the review must find it.
/// </summary>
internal static class Statements
{
    /// <summary>The schemes that it registers, of each item that has any.</summary>
    public static IReadOnlyList<ItemStatement> OfProject(Edition edition, Company company, IReadOnlyList<int> items) =>
        [.. items.Select(n => edition.FindItem(n)!).Where(i => i.Schemes.Count > 0)
            .Select(i => new ItemStatement(i.Number, SchemesOf(company, i)))];

    /// <summary>What it states of each item that it claims.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case, with its project.</param>
    /// <param name="company">The company.</param>
    /// <param name="items">The items that it claims.</param>
    /// <param name="claimedOn">The day of the claim.</param>
    /// <param name="version">Which version of the claim it is, from 1: in a later one some have noticed their slip.</param>
    public static IReadOnlyList<ItemStatement> OfClaim(
        Edition edition, CaseState state, Company company, IReadOnlyList<int> items, LocalDate claimedOn, int version)
    {
        var slip = version > 1 && company.On("slip-noticed").InThousand(500) ? Slip.None : SlipOf(company);
        var of = slip == Slip.OtherScheme
            ? items.FirstOrDefault(n => OtherScheme(edition.FindItem(n)!, state) is not null)
            : items[company.On("slip-item").Between(0, items.Count - 1)];
        return [.. items.Select(n => Right(edition, state, company, n, claimedOn) is var right && n != of
            ? right
            : Slipped(edition, state, right, slip, claimedOn))];
    }

    /// <summary>What it puts right when it answers a correction of its claim: six of ten, all that was found.</summary>
    public static IReadOnlyList<ItemStatement> OfAnswer(Edition edition, CaseState state, Company company) =>
        state.Claim is null || !company.On("puts-right").InThousand(600)
            ? []
            : [.. ItemReview.Of(edition, state).Where(r => r.Findings.Count > 0)
                .Select(r => Right(edition, state, company, r.Item.Number, state.FiledOn[Step.Claim]))];

    private static Slip SlipOf(Company company) => company.On("slip").Between(0, 999) switch
    {
        < 40 => Slip.Early,
        < 80 => Slip.Late,
        < 130 => Slip.Future,
        < 170 => Slip.Undated,
        < 210 => Slip.OtherScheme,
        _ => Slip.None,
    };

    private static ItemStatement Right(Edition edition, CaseState state, Company company, int number, LocalDate claimedOn)
    {
        var item = edition.FindItem(number)!;
        var dice = company.On($"dates-{number}");
        var period = PeriodOf(edition, state, number, claimedOn);
        var last = LocalDate.Min(period.Until, claimedOn);
        var made = Between(LocalDate.Min(period.From, last), last, dice);
        return new(number, SchemesRegistered(state, item), edition.PaysPersons(item) ? null : made, Between(made, last, dice));
    }

    private static ItemStatement Slipped(
        Edition edition, CaseState state, ItemStatement right, Slip slip, LocalDate claimedOn)
    {
        var item = edition.FindItem(right.Item)!;
        var period = PeriodOf(edition, state, right.Item, claimedOn);
        return slip switch
        {
            Slip.None => right,
            Slip.Early when right.Made is not null => right with { Made = period.From.PlusDays(-9) },
            Slip.Early => right with { Since = period.From.PlusDays(-9) },
            Slip.Late => right with { Since = period.Until.PlusDays(6) },
            Slip.Future => right with { Since = claimedOn.PlusDays(3) },
            Slip.Undated => right with { Since = null },
            Slip.OtherScheme when OtherScheme(item, state) is { } other =>
                right with { Schemes = [.. (right.Schemes ?? []).Append(other).Order()] },
            Slip.OtherScheme => right,
            _ => throw new InvalidOperationException($"Unknown slip {slip}."),
        };
    }

    // Where an edition asks for no period, whatever was done by the claim counts.
    private static ItemPeriod PeriodOf(Edition edition, CaseState state, int item, LocalDate claimedOn) =>
        ItemPeriod.Of(edition, state, item) ?? new(state.FiledOn[Step.ProjectRegistration], claimedOn);

    private static int? OtherScheme(Item item, CaseState state) => Enumerable.Range(1, item.Schemes.Count)
        .Except(SchemesRegistered(state, item) ?? []).Select(n => (int?)n).FirstOrDefault();

    private static IReadOnlyList<int>? SchemesRegistered(CaseState state, Item item) =>
        state.Project!.Stated?.FirstOrDefault(s => s.Item == item.Number)?.Schemes;

    private static int[] SchemesOf(Company company, Item item)
    {
        var dice = company.On($"schemes-{item.Number}");
        return [.. dice.Shuffle(Enumerable.Range(1, item.Schemes.Count)).Take(dice.Between(1, item.Schemes.Count)).Order()];
    }

    private static LocalDate Between(LocalDate from, LocalDate until, Dice dice) =>
        from.PlusDays(dice.Between(0, Period.Between(from, until, PeriodUnits.Days).Days));
}

/// <summary>What is wrong with what a claim states of one of its items.</summary>
internal enum Slip
{
    None,
    Early,
    Late,
    Future,
    Undated,
    OtherScheme,
}
