using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>One form as it is put to one company.</summary>
/// <param name="Key">Which form.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sections">Its sections in order.</param>
public sealed record FilingForm(FormKey Key, string Title, IReadOnlyList<FormSection> Sections)
{
    /// <summary>All fields, in order.</summary>
    public IEnumerable<FormField> Fields => Sections.SelectMany(s => s.Fields);

    /// <summary>What stands in the form before anybody typed.</summary>
    public FormAnswers Initial() =>
        new(Fields.Where(f => f.Initial.Length > 0).ToDictionary(f => f.Name, f => f.Initial));

    /// <summary>Of what was posted, that which belongs to the form, each text no longer than could be right.</summary>
    /// <param name="posted">Name to value; whatever is not a field of the form is left out.</param>
    public FormAnswers Take(Func<string, string> posted)
    {
        ArgumentNullException.ThrowIfNull(posted);
        var taken = new Dictionary<string, string>();
        foreach (var field in Fields)
        {
            var text = PlainText.Draft(posted(field.Name), field.Kind == FieldKind.Lines);
            if (text.Length > 0)
                taken[field.Name] = text.Length > field.MostKept ? text[..field.MostKept] : text;
        }

        return new(taken);
    }

    /// <summary>Whether a field is asked, given the answers so far.</summary>
    public bool Asks(FormField field, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(answers);
        var section = Sections.First(s => s.Fields.Contains(field));
        return Asks(section.With, answers) && Asks(field.With, answers);
    }

    // A box counts only while it is asked itself: that of a scheme not without its item.
    private bool Asks(string? with, FormAnswers answers) => with is null
        || (answers.Has(with) && (Fields.FirstOrDefault(f => f.Name == with) is not { } box || Asks(box, answers)));
}
