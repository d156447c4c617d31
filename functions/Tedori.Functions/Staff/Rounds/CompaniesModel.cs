using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>The companies of a round that need a decision of two people.</summary>
/// <param name="Round">The round.</param>
/// <param name="State">How far it is.</param>
/// <param name="Pairs">The first pairs that look like one company.</param>
/// <param name="Count">How many pairs there are.</param>
/// <param name="Drawn">Entries that state what somebody stated who was drawn in another round.</param>
/// <param name="Disputed">Lots that won with different contacts.</param>
/// <param name="Member">Who looks.</param>
public sealed record CompaniesModel(
    RoundId Round, RoundState State, IReadOnlyList<NearMatch> Pairs, int Count, IReadOnlyList<DrawnMatch> Drawn,
    IReadOnlyList<DisputedLot> Disputed, StaffMember Member)
{
    /// <summary>Whether anything about the pairs can still be decided.</summary>
    public bool Open => State.Phase < RoundPhase.Sealed && Member.Has(StaffRole.Reviewer);

    /// <summary>Why two entries look like one company, in Japanese.</summary>
    public static string Reason(NearReason reason) => reason switch
    {
        NearReason.OtherNumber => "企業名と所在地又は電話番号が同じで、法人番号が異なる",
        NearReason.OtherName => "法人番号が同じで、企業名が異なる(決定がなければ1件の抽選)",
        NearReason.Mail => "Eメールアドレスが同じ",
        NearReason.Phone => "電話番号が同じ",
        NearReason.Address => "所在地が同じ",
        NearReason.Name => "企業名が同じ",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}

/// <summary>A lot that won and whose entries name different mail addresses.</summary>
/// <param name="Number">Its number in the list.</param>
/// <param name="Cases">Its entries, the first one first.</param>
/// <param name="Settled">Who answers, or null while nobody decided.</param>
public sealed record DisputedLot(int Number, IReadOnlyList<CaseId> Cases, SettledLot? Settled);
