namespace Tedori.Programme.Entries;

/// <summary>What the check of a declaration says.</summary>
public abstract record EntryChecked
{
    private EntryChecked()
    {
    }

    /// <summary>It can be entered.</summary>
    /// <param name="Form">The declaration in its usual writing.</param>
    public sealed record Complete(EntryForm Form) : EntryChecked;

    /// <summary>It cannot.</summary>
    /// <param name="Refusals">All reasons, in the order of the form.</param>
    public sealed record Incomplete(IReadOnlyList<FieldRefusal> Refusals) : EntryChecked;
}
