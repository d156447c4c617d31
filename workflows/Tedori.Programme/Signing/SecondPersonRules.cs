namespace Tedori.Programme.Signing;

/// <summary>Which acts need a second person (2人による承認): all, but for those that the edition leaves to one.</summary>
/// <param name="Alone">Acts that one person may do alone.</param>
public sealed record SecondPersonRules(IReadOnlyList<StaffAct> Alone)
{
    /// <summary>Every act needs a second person.</summary>
    public static readonly SecondPersonRules Always = new([]);

    /// <summary>Whether an act needs a second person.</summary>
    public bool Asks(StaffAct act) => !Alone.Contains(act);

    /// <summary>A refusal where an act needs two people and one signed or nobody did, else null.</summary>
    public Refusal? Check(StaffAct act, Signatures? signed) =>
        Asks(act) && signed is not { AreOfTwoPeople: true } ? Missing : null;

    /// <summary>What is said where the second person is missing.</summary>
    public static readonly Refusal Missing =
        new("secondPersonMissing", "同じ人が起案と承認を行うことはできません。別の人が承認してください。");
}
