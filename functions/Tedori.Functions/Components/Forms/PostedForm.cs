using Tedori.Programme.Text;

namespace Tedori.Functions.Components.Forms;

/// <summary>
/// What was posted: text fields by name, as they were typed but for surrounding space and what nobody sees.
/// </summary>
public sealed class PostedForm
{
    /// <summary>Nothing was posted.</summary>
    public static readonly PostedForm Empty = new(new Dictionary<string, IReadOnlyList<string>>());

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> fields;

    /// <summary>Keeps the fields.</summary>
    public PostedForm(IReadOnlyDictionary<string, IReadOnlyList<string>> fields) => this.fields = fields;

    /// <summary>Names of all fields that were posted.</summary>
    public IEnumerable<string> Names => fields.Keys;

    /// <summary>The first value of a field, in plain text; empty where it was not posted.</summary>
    public string this[string name] =>
        fields.TryGetValue(name, out var values) && values.Count > 0 ? PlainText.Clean(values[0]) : "";

    /// <summary>All values of a field, for example of check boxes.</summary>
    public IReadOnlyList<string> All(string name) => fields.TryGetValue(name, out var values) ? values : [];

    /// <summary>Whether a box was checked or a button pressed.</summary>
    public bool Has(string name) => fields.ContainsKey(name);
}
