using Tedori.Programme.Plans;

namespace Tedori.Functions.Public.Plans;

/// <summary>The situations of a company in Japanese.</summary>
public static class SituationLabels
{
    /// <summary>The situation.</summary>
    public static string Of(Situation situation) => situation switch
    {
        Situation.Entered => "抽選を待つ間",
        Situation.Won => "当選の後",
        Situation.Lost => "落選のとき",
        Situation.Ineligible => "不通過のとき",
        Situation.Refused => "不支給のとき",
        _ => throw new ArgumentOutOfRangeException(nameof(situation), situation, "Unknown situation."),
    };
}
