using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.Draws;

/// <summary>The words of the public page of a round, in the language of its reader.</summary>
public static class DrawLabels
{
    /// <summary>Why an entry takes no part.</summary>
    public static string Of(Exclusion exclusion) => exclusion switch
    {
        Exclusion.Duplicate => Say("同じ回の重複エントリー"),
        Exclusion.AlreadySelected => Say("以前の回で当選済み"),
        Exclusion.TooManyEmployees => Say("常時雇用する従業員数が上限を超えるもの"),
        Exclusion.Joined => Say("同じ企業のエントリーと1件として抽選するもの"),
        Exclusion.AnsweredByAnother => Say("同じ企業の別のエントリーで手続きを進めるもの"),
        Exclusion.WonElsewhere => Say("ほかの回の当選で手続きを進めるもの"),
        _ => throw new ArgumentOutOfRangeException(nameof(exclusion), exclusion, "Unknown exclusion."),
    };

    /// <summary>What kind of value decides.</summary>
    public static string OfBeacon(string kind) => kind switch
    {
        BeaconPledge.Drand => Say("公開乱数drand(quicknet)の署名のSHA-256"),
        BeaconPledge.Witnessed => Say("立会人の前で行う抽選器による抽選"),
        BeaconPledge.Simulated => Say("模擬の値(試験用。実際の抽選には使いません)"),
        _ => kind,
    };
}
