using Tedori.Functions.Languages;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Lottery;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Components;

/// <summary>One line of what an amount or a place is made of. Its JSON is what <c>my.js</c> reads.</summary>
/// <param name="Term">What it is.</param>
/// <param name="Text">It.</param>
public sealed record ReasonFact(string Term, string Text)
{
    /// <summary>The lines of an amount: its sentence, items, steps, caps and source.</summary>
    public static IReadOnlyList<ReasonFact> Of(Edition edition, AmountReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return
        [
            new(Say("理由"), Sentences.Of(reason.Sentence)),
            .. reason.Parts.Count == 0 ? (ReasonFact[])[] :
            [
                new(Say("対象の項目"), string.Join(Say("、"), reason.Items.Select(i => i.Label + Translated(i.Name)))),
                new(Say("適用した上限"), reason.Caps(edition).ToList() is { Count: > 0 } caps
                    ? string.Join(Say("、"), caps.Select(Sentences.Of))
                    : Say("ありません")),
            ],
            .. reason.Steps.Select(s => new ReasonFact(Say("計算"), Sentences.Of(s))),
            new(Say("定めているもの"), Sentences.Of(reason.Source)),
        ];
    }

    /// <summary>The lines of a place in the draw: its sentence, entries, places, rank, rule and source.</summary>
    public static IReadOnlyList<ReasonFact> Of(PlaceReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return
        [
            new(Say("理由"), Sentences.Of(reason.Sentence)),
            new(Say("エントリー"), Say("{0}件(抽選の対象{1}件)", Written.Count(reason.Received), Written.Count(reason.Lots))),
            new(Say("予定社数"), reason.CarriedIn == 0
                ? Say("{0}社", Written.Count(reason.Planned))
                : Say("{0}社(第{1}回の{2}社と、前の回から追加した{3}社)", Written.Count(reason.Places), reason.Round.Number, Written.Count(reason.Planned), Written.Count(reason.CarriedIn))),
            new(Say("順位"), Say("{0}位", Written.Count(reason.Rank))),
            new(Say("順位の決め方"), Sentences.Of(PlaceReason.Rule)),
            new(Say("定めているもの"), Sentences.Of(PlaceReason.Source)),
        ];
    }

    private static string Translated(string name) => Find(name) ?? name;
}
