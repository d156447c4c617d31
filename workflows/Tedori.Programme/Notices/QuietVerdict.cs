using NodaTime;

namespace Tedori.Programme.Notices;

/// <summary>What becomes of a mail whose time has come.</summary>
public abstract record QuietVerdict
{
    private QuietVerdict()
    {
    }

    /// <summary>It leaves.</summary>
    public sealed record Leaves : QuietVerdict;

    /// <summary>It is judged again at an opening hour of the office.</summary>
    /// <param name="Until">When.</param>
    public sealed record Waits(Instant Until) : QuietVerdict;

    /// <summary>It does not leave any more: there is nothing to say.</summary>
    public sealed record Withheld : QuietVerdict;
}
