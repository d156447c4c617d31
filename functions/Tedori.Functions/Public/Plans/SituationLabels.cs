using Tedori.Programme.Plans;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.Plans;

/// <summary>The situations of a company, in the language of the reader.</summary>
public static class SituationLabels
{
    /// <summary>The situation.</summary>
    public static string Of(Situation situation) => situation switch
    {
        Situation.Entered => Say("抽選を待つ間"),
        Situation.Won => Say("当選の後"),
        Situation.Lost => Say("落選のとき"),
        Situation.Ineligible => Say("不通過のとき"),
        Situation.Refused => Say("不支給のとき"),
        _ => throw new ArgumentOutOfRangeException(nameof(situation), situation, "Unknown situation."),
    };
}
