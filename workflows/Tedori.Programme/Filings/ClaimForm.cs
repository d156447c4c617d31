using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Filings;

/// <summary>
/// The form of the claim (支給申請): per registered item what was done, its evidence, and the declarations.
/// </summary>
internal static class ClaimForm
{
    public static FilingForm Of(Edition edition, Project project, Func<int, ItemPeriod?> period, LocalDate? filedOn) => new(
        new(FormKind.Claim), "支給申請", [.. Sections(edition, project, period, filedOn)]);

    private static IEnumerable<FormSection> Sections(
        Edition edition, Project project, Func<int, ItemPeriod?> period, LocalDate? filedOn)
    {
        Item[] items = [.. project.Items.Select(n => edition.FindItem(n)!)];
        yield return new("items", "実施した項目と証拠書類", SectionKind.Items,
            [.. items.SelectMany(i => Item(edition, project, i, period(i.Number), filedOn))])
        {
            Intro =
            [
                "登録した項目のうち、実施して支給を申請するものを選んでください。",
                .. items.Select(i => period(i.Number)).OfType<ItemPeriod>().MinBy(p => p.From) is { } first
                    ? (string[])[$"{first.Text}に定めて始めた制度と、行った賃上げが対象です。"]
                    : [],
            ],
        };
        if (items.FirstOrDefault(i => edition.GroupOf(i).Unit == GrantUnit.Person) is { } wage)
            yield return ItemFields.WageSection(edition, wage, $"{wage.Label}賃金引上げの対象者(実績)");
        yield return new("documents", "証拠書類のアップロード", SectionKind.Documents, []);
        yield return DocumentFields.Declarations(edition.Filings.ClaimDeclarations);
    }

    private static IEnumerable<FormField> Item(
        Edition edition, Project project, Item item, ItemPeriod? period, LocalDate? filedOn)
    {
        var chosen = ItemFields.Chosen(item.Number);
        var isWage = edition.GroupOf(item).Unit == GrantUnit.Person;
        return
        [
            new(chosen, $"{item.Label}{item.Name}", FieldKind.Check) { Required = false, MaxLength = 10 },
            .. Stated(project, item, isWage, period, filedOn),
            new(ItemFields.Plan(item.Number), $"{item.Label}の実施の内容",
                FieldKind.Lines) { With = chosen, MaxLength = 600 },
            .. DocumentFields.Checks(
                DocumentFields.Evidence(item.Number), DocumentSlots.DocumentsOf(edition, item), required: false,
                with: chosen),
        ];
    }

    // What the review compares with the registration and the period; a correction of the claim may state it anew.
    internal static IEnumerable<FormField> Stated(
        Project? project, Item item, bool isWage, ItemPeriod? period, LocalDate? filedOn)
    {
        var chosen = ItemFields.Chosen(item.Number);
        return
        [
            .. ItemFields.Schemes(item, ItemStatement.SchemesOf(project?.Stated, item)),
            .. isWage ? [] : (FormField[])[Day(ItemFields.Made(item.Number), $"{item.Label}の制度を定めた日", chosen, period, filedOn)],
            Day(
                ItemFields.Since(item.Number), isWage ? $"{item.Label}賃金を引き上げた日" : $"{item.Label}を始めた日", chosen,
                period, filedOn),
        ];
    }

    private static FormField Day(string name, string label, string chosen, ItemPeriod? period, LocalDate? filedOn) =>
        new(name, label, FieldKind.Date)
        {
            With = chosen,
            MaxLength = 20,
            Support = "例: 2025/11/1、令和7年11月1日",
            Period = period,
            FiledOn = filedOn,
        };
}
