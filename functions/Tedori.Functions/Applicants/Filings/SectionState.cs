using Tedori.Programme.Filings;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>How far one section of a form is.</summary>
/// <param name="Section">The section.</param>
/// <param name="Asked">Whether it is asked for, given the answers so far.</param>
/// <param name="Faults">How much of it is missing or wrong.</param>
/// <param name="Begun">Whether something stands in it.</param>
/// <param name="Missing">Documents of which there is no file; they do not keep the form from being filed.</param>
public sealed record SectionState(FormSection Section, bool Asked, int Faults, bool Begun, int Missing)
{
    /// <summary>Whether there is nothing left to do.</summary>
    public bool Done => Asked && Faults == 0 && Missing == 0 && (Begun || Section.Fields.All(f => !f.Required));

    /// <summary>In the language of the reader.</summary>
    public string Text => this switch
    {
        { Asked: false } => Say("該当しません"),
        { Faults: > 0, Begun: false } => Say("未入力"),
        { Faults: > 0 } => Say("入力が必要な箇所があと{0}件", Faults),
        { Missing: > 0 } => Say("書類があと{0}件", Missing),
        _ => Begun ? Say("完了") : Say("任意"),
    };

    internal static IReadOnlyList<SectionState> Of(FormModel model)
    {
        var faults = FilingForms.Faults(model.Edition, model.Form, model.Answers).Select(f => f.Field).ToHashSet();
        return [.. model.Form.Sections.Select(s => new SectionState(
            s, s.With is null || s.Fields.Any(f => model.Form.Asks(f, model.Answers)),
            s.Fields.Count(f => faults.Contains(f.Name)), HasText(model, s),
            s.Kind == SectionKind.Documents ? model.Missing.Count : 0))];
    }

    private static bool HasText(FormModel model, FormSection section) =>
        section.Fields.Any(f => model.Answers.Has(f.Name))
        || (section.Kind == SectionKind.Documents && model.Evidence.Count > 0);
}
