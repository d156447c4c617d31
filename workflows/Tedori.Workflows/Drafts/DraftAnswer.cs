namespace Tedori.Workflows.Drafts;

/// <summary>What became of the saving of a draft.</summary>
public abstract record DraftAnswer
{
    private DraftAnswer()
    {
    }

    /// <summary>It is saved.</summary>
    /// <param name="Draft">The draft as it stands now.</param>
    public sealed record Saved(Draft Draft) : DraftAnswer;

    /// <summary>Another device saved meanwhile: nothing was changed, somebody has to choose.</summary>
    /// <param name="Draft">The draft as the other device left it.</param>
    public sealed record Overtaken(Draft Draft) : DraftAnswer;
}
