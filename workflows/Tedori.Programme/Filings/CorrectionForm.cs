using System.Globalization;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Filings;

/// <summary>The form that answers a correction (補正), item by item.</summary>
internal static class CorrectionForm
{
    public static FilingForm Of(Edition edition, CaseState state, Correction correction, LocalDate? filedOn) => new(
        new(FormKind.Correction, correction.Number),
        string.Create(CultureInfo.InvariantCulture, $"補正({correction.Number}回目)の回答"),
        [
            new("answers", "補正事項と回答", SectionKind.Plain, [.. correction.Items.Select(Answer)])
            {
                Intro =
                [
                    "項目ごとに、直した内容を入力してください。差し替える書類は下の欄からアップロードしてください。",
                    Correction.Unanswered,
                ],
            },
            .. Restated(edition, state, correction, filedOn),
            new("documents", "差し替える書類", SectionKind.Documents, []),
        ]);

    // What the claim stated of its items is compared with the registration: only here can it be put right.
    private static IEnumerable<FormSection> Restated(
        Edition edition, CaseState state, Correction correction, LocalDate? filedOn)
    {
        if (correction.Review != Step.ClaimReview || state.Claim is not { } claim)
            yield break;
        yield return new("items", "項目の制度と日付の訂正", SectionKind.Items,
            [.. claim.Items.SelectMany(n => Restated(
                edition, state.Project, edition.FindItem(n)!, ItemPeriod.Of(edition, state, n), filedOn))])
        {
            Intro = ["支給申請に記載した制度や日付を訂正するときだけ、その項目にチェックし、正しい内容をすべて入力してください。"],
        };
    }

    private static IEnumerable<FormField> Restated(
        Edition edition, Project? project, Item item, ItemPeriod? period, LocalDate? filedOn) =>
    [
        new(ItemFields.Chosen(item.Number), $"{item.Label}{item.Name}の制度や日付を訂正する", FieldKind.Check)
        {
            Required = false, MaxLength = 10,
        },
        .. ClaimForm.Stated(project, item, edition.GroupOf(item).Unit == GrantUnit.Person, period, filedOn),
    ];

    private static FormField Answer(CorrectionItem item, int index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"answer-{index + 1}"), item.Subject, FieldKind.Lines)
        {
            MaxLength = 1000,
            Support = item.Reason,
        };
}
