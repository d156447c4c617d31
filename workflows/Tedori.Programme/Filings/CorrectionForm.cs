using System.Globalization;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Filings;

/// <summary>The form that answers a correction (補正), item by item.</summary>
internal static class CorrectionForm
{
    public static FilingForm Of(Correction correction) => new(
        new(FormKind.Correction, correction.Number),
        string.Create(CultureInfo.InvariantCulture, $"補正({correction.Number}回目)の回答"),
        [
            new("answers", "補正事項と回答", SectionKind.Plain, [.. correction.Items.Select(Answer)])
            {
                Intro = ["項目ごとに、直した内容を入力してください。差し替える書類は下の欄からアップロードしてください。"],
            },
            new("documents", "差し替える書類", SectionKind.Documents, []),
        ]);

    private static FormField Answer(CorrectionItem item, int index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"answer-{index + 1}"), item.Subject, FieldKind.Lines)
        {
            MaxLength = 1000,
            Support = item.Reason,
        };
}
