using Tedori.Programme.Editions;

namespace Tedori.Programme.Filings;

/// <summary>The form of the project registration (奨励金対象事業の登録).</summary>
internal static class ProjectForm
{
    public static FilingForm Of(Edition edition) => new(
        new(FormKind.Project), "奨励金対象事業の登録", [.. Sections(edition)]);

    private static IEnumerable<FormSection> Sections(Edition edition)
    {
        yield return new("items", "取り組む項目と計画", SectionKind.Items, [.. edition.Items.SelectMany(Item)])
        {
            Intro = [$"{edition.Grant.MinimumItems}項目以上を選んでください。選んだ項目は、登録した後に変えられません。"],
        };
        yield return ItemFields.RestSection(edition, edition.FindItem(edition.Filings.RestItem)!);
        if (ItemFields.WageItem(edition) is { } wage)
            yield return ItemFields.WageSection(edition, wage, $"{wage.Label}賃金引上げの対象者(予定)");
        yield return new("documents", "参考にする書類", SectionKind.Documents, [])
        {
            Intro = ["計画の参考になる書類があれば、アップロードしてください。なくても登録できます。"],
        };
    }

    private static IEnumerable<FormField> Item(Item item) =>
    [
        new(ItemFields.Chosen(item.Number), $"{item.Label}{item.Name}",
            FieldKind.Check) { Required = false, MaxLength = 10 },
        new(ItemFields.Plan(item.Number), $"{item.Label}の計画", FieldKind.Lines)
        {
            With = ItemFields.Chosen(item.Number),
            MaxLength = 600,
            Support = "いつ、だれを対象に、どのような制度を設けるかを入力してください(600文字まで)。",
        },
    ];
}
