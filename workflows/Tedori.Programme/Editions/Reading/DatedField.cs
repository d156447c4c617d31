using NodaTime;

namespace Tedori.Programme.Editions.Reading;

/// <summary>A date and where it stands in the file; null where it could not be read.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Name">What it is, in the words of the file.</param>
/// <param name="Value">The date, Asia/Tokyo.</param>
internal sealed record DatedField(FileNode Node, string Name, LocalDate? Value)
{
    public static DatedField Of(FileNode parent, string name, string prefix = "") =>
        new(parent.Field(name), prefix + name, parent.Field(name).Date());

    /// <summary>Reports a date that is not after the other, or not on or after it; whether nothing is wrong.</summary>
    public bool MustFollow(DatedField earlier, bool sameDayAllowed = false)
    {
        if (Value is not { } date || earlier.Value is not { } other)
            return true;
        if (date > other || (sameDayAllowed && date == other))
            return true;
        var relation = sameDayAllowed ? "must not lie before" : "must lie after";
        Node.Fault($"{Name} ({date:uuuu-MM-dd}) {relation} {earlier.Name} ({other:uuuu-MM-dd}); correct one.");
        return false;
    }
}
