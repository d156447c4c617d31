using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>
/// What a company has written into a form: texts by name of the field. A field without text is left out.
/// </summary>
/// <param name="Texts">The texts.</param>
public sealed record FormAnswers(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Nothing.</summary>
    public static readonly FormAnswers None = new(new Dictionary<string, string>());

    /// <summary>
    /// What was posted in fields of a form that is not at hand any more: of each its text as the form takes it.
    /// </summary>
    /// <param name="names">Names of the fields.</param>
    /// <param name="posted">Name to value.</param>
    public static FormAnswers Posted(IEnumerable<string> names, Func<string, string> posted)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new(names.Select(n => (Name: n, Text: PlainText.Draft(posted(n), lines: true)))
            .Where(f => f.Text.Length > 0).ToDictionary(f => f.Name, f => f.Text));
    }

    /// <summary>The text of a field; empty where there is none.</summary>
    public string this[string name] => Texts.GetValueOrDefault(name, "");

    /// <summary>Whether a field has text.</summary>
    public bool Has(string name) => Texts.ContainsKey(name);

    /// <summary>The whole number of a field, or null where it holds none.</summary>
    public long? Number(string name) => FieldText.Number(this[name]);

    /// <summary>Whether two sets hold the same texts.</summary>
    public bool SameAs(FormAnswers other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Texts.Count == other.Texts.Count && Texts.All(t => other[t.Key] == t.Value);
    }
}
