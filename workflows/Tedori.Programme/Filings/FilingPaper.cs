using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;

namespace Tedori.Programme.Filings;

/// <summary>
/// What a company stated in a filing, as it read it in the preview: kept as a file of the filing (申請内容.json) with its
/// digest. Pure: the same answers give the same paper. Storage format.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Form">Which form.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sections">What was stated, in order.</param>
/// <param name="Answers">The same as texts by name of the field.</param>
/// <param name="Notes">What the rules worked out from it: amounts, checks.</param>
public sealed record FilingPaper(
    CaseId CaseId,
    string Form,
    string Title,
    IReadOnlyList<PaperSection> Sections,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<string> Notes)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "申請内容.json";

    /// <summary>The paper of the answers that are asked; others are left out.</summary>
    public static FilingPaper Of(Edition edition, CaseState state, FilingForm form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        var asked = form.Fields.Where(f => form.Asks(f, answers)).ToHashSet();
        PaperSection[] sections = [.. form.Sections
            .Select(
                s => new PaperSection(s.Title, [.. s.Fields.Where(asked.Contains).SelectMany(f => Lines(f, answers))]))
            .Where(s => s.Lines.Count > 0)];
        var texts = asked.Where(f => answers.Has(f.Name))
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => answers[f.Name]);
        return new(state.Id, form.Key.ToString(), form.Title, sections, texts, [.. Worked(edition, state, form, answers)]);
    }

    private static IEnumerable<PaperLine> Lines(FormField field, FormAnswers answers)
    {
        var text = answers[field.Name];
        if (text.Length > 0)
        {
            yield return new(field.Label, field.Kind switch
            {
                FieldKind.Check => "はい",
                FieldKind.Choice => field.Options.FirstOrDefault(o => o.Value == text).Text ?? text,
                _ => FieldReading.Of(field, text) ?? text,
            });
        }
    }

    private static IEnumerable<string> Worked(Edition edition, CaseState state, FilingForm form, FormAnswers answers)
    {
        if (form.Key.Kind == FormKind.Company)
            return CompanyDoubts.Of(state, answers);
        if (form.Key.Kind is not (FormKind.Project or FormKind.Claim))
            return [];
        return
        [
            .. ItemAnswers.Amount(edition, form, answers).Lines,
            .. ItemAnswers.Wages(edition, answers).Select(
                w => $"{w.Wage.Employee}: {WageCheck.Of(edition.Filings, w.Wage).Explanation}"),
        ];
    }
}

/// <summary>One section of a paper. Storage format.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">What was stated.</param>
public sealed record PaperSection(string Title, IReadOnlyList<PaperLine> Lines);

/// <summary>One statement of a paper. Storage format.</summary>
/// <param name="Label">What was asked.</param>
/// <param name="Text">What was answered.</param>
public sealed record PaperLine(string Label, string Text);
