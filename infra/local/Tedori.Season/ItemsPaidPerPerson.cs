using Tedori.Programme.Editions;

namespace Tedori.Season;

/// <summary>Which items of an edition are paid per person: in 令和7年度 the wage raise, item ⑮.</summary>
internal static class ItemsPaidPerPerson
{
    public static bool PaysPersons(this Edition edition, int item) =>
        edition.FindItem(item) is { } found && edition.PaysPersons(found);

    public static bool PaysPersons(this Edition edition, Item item) =>
        edition.GroupOf(item).Unit == GrantUnit.Person;
}
