using System.Globalization;
using System.Text.Json;

namespace Tedori.Programme.Editions.Reading;

/// <summary>
/// One place in a programme file. A place that is missing or of the wrong type is reported once, where it is found;
/// from then on it reads as nothing without another fault.
/// </summary>
internal sealed class FileNode(JsonElement element, string path, ReadingLog log)
{
    public string Path => path;

    /// <summary>The text as written, for messages and for the list of assumptions.</summary>
    public string Written => element.ValueKind switch
    {
        JsonValueKind.Undefined => "",
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Array => string.Join(", ", element.EnumerateArray().Select(e => e.ToString())),
        _ => element.GetRawText(),
    };

    public bool IsAbsent => element.ValueKind == JsonValueKind.Undefined;

    public JsonElement Element => element;

    /// <summary>How many faults the reading has so far.</summary>
    public int Faults => log.Faults.Count;

    public void Fault(string message) => log.Fault(path, message);

    public void FaultBelow(string name, string message) => log.Fault(Below(name), message);

    /// <summary>Requires an object with these fields and no others; absent where it is something else.</summary>
    public FileNode Object(string[] required, params string[] optional)
    {
        if (!Is(JsonValueKind.Object, "an object in braces"))
            return Absent();
        var seen = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                FaultBelow(property.Name, "This field stands twice in the same object; remove one of the two.");
            else if (!required.Contains(property.Name) && !optional.Contains(property.Name))
                FaultBelow(property.Name, "This field is unknown; remove it or correct its name.");
        }

        foreach (var name in required.Where(n => !seen.Contains(n)))
            FaultBelow(name, "This field is missing; add it.");
        return this;
    }

    /// <summary>The field of that name; absent where the object has none.</summary>
    public FileNode Field(string name) =>
        new(element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default,
            Below(name), log);

    /// <summary>The fields of an object whose names are data.</summary>
    public IReadOnlyList<(string Name, FileNode Value)> Entries() =>
        Is(JsonValueKind.Object, "an object in braces")
            ? [.. element.EnumerateObject().Select(p => (p.Name, new FileNode(p.Value, Below(p.Name), log)))]
            : [];

    /// <summary>The elements of a list of at least one and at most so many.</summary>
    public IReadOnlyList<FileNode> Elements(int maximum, int minimum = 1)
    {
        if (!Is(JsonValueKind.Array, "a list in brackets"))
            return [];
        var length = element.GetArrayLength();
        if (length >= minimum && length <= maximum)
            return [.. element.EnumerateArray().Select((e, i) => new FileNode(e, At(i), log))];
        Fault($"The list has {length} elements; give at least {minimum} and at most {maximum}.");
        return [];
    }

    /// <summary>Whether the value has that type; a fault where it has another, nothing where it is absent.</summary>
    public bool Is(JsonValueKind kind, string expected)
    {
        if (element.ValueKind == kind)
            return true;
        if (!IsAbsent)
            Fault($"Expected {expected}, found {Found()}; write {expected}.");
        return false;
    }

    /// <summary>The same place read from another element: the value inside its mark.</summary>
    public FileNode Inside(FileNode value) => new(value.Element, path, log);

    public FileNode Absent() => new(default, path, log);

    /// <summary>The text as written, short enough for a message.</summary>
    public string Found()
    {
        var text = string.Concat((element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText())
            .Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= 40 ? text : $"{text[..39]}…";
    }

    private string Below(string name)
    {
        var shown = name.Length <= 40 ? name : $"{name[..39]}…";
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }

    private string At(int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
