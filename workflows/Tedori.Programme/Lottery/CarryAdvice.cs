using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Lottery;

/// <summary>
/// Says in Japanese what could be carried into a round and what is not known yet: in rounds 4, 5, 7 and 9 the
/// registration deadline falls on or after the opening of the next round (guideline 1(4)), so their lapses are not
/// known then.
/// </summary>
public static class CarryAdvice
{
    /// <summary>The sentences, one per earlier round that matters, then the sum.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="round">Number of the round that would get places.</param>
    /// <param name="statements">Statements of the earlier rounds whose results are out.</param>
    /// <param name="now">As of when.</param>
    public static IReadOnlyList<string> Explain(
        Edition edition, int round, IReadOnlyList<QuotaStatement> statements, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(statements);
        var lines = new List<string>();
        foreach (var earlier in edition.Rounds.Where(r => r.Number < round))
        {
            var statement = statements.FirstOrDefault(s => s.Round == earlier.Number);
            if (statement is { Free: > 0 })
                lines.Add(Offer(statement));
            if (Unknown(edition, earlier, statement, round, now) is { } unknown)
                lines.Add(unknown);
        }

        var closes = JapaneseDate.Full(EntryWindow.Of(edition, edition.Round(round)).Closes);
        var free = statements.Where(s => s.Round < round).Sum(s => s.Free);
        lines.Add(free == 0
            ? $"現在、第{round}回に追加できる予定社数はありません。"
            : $"第{round}回に追加できるのは、合わせて{free}社までです。追加するときは、2人の職員が{closes}の締切までに決定してください。追加しないこともできます。");
        return lines;
    }

    /// <summary>
    /// What everybody could conclude about companies once places are added to a round, whose number is public; null where it
    /// concerns as many as open data tell.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="from">Number of the round whose places they were.</param>
    /// <param name="returned">How many of them winners had given back.</param>
    public static string? Reveals(Edition edition, int from, int returned)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return returned > 0 && returned < edition.SmallestCell
            ? $"予定社数は公表されるため、第{from}回の当選者のうち{returned}社が辞退・不通過・徒過となったことが、増えた数から分かります。" +
                $"{edition.SmallestCell}社以上になってからまとめて追加することも、追加しないこともできます。"
            : null;
    }

    private static string Offer(QuotaStatement s)
    {
        string[] parts =
        [
            .. Part("エントリーが予定社数に満たなかった分", s.Unfilled), .. Part("辞退・撤回・中止", s.Declined),
            .. Part("不通過等", s.Ineligible), .. Part("期限徒過", s.Lapsed),
        ];
        var given = s.CarriedOut + s.Promoted;
        var less = given > 0 ? $"このうち{given}社分は、すでにほかで使われています。" : "";
        return $"第{s.Round}回の空きは{string.Join("、", parts)}です。{less}追加できるのは{s.Free}社までです。";
    }

    private static IEnumerable<string> Part(string words, int count) => count > 0 ? [$"{words}{count}社"] : [];

    private static string? Unknown(Edition edition, Round earlier, QuotaStatement? statement, int round, Instant now)
    {
        if (statement is null)
            return $"第{earlier.Number}回は抽選結果を公表していないため、空きがまだ分かりません。";
        var cutoff = Cutoff.On(
            edition, earlier.CompanyRegistration, CaseLabels.Of(Step.CompanyRegistration), post: true);
        if (now >= cutoff.SettledAt)
            return null;
        var date = JapaneseDate.Full(earlier.CompanyRegistration);
        var opens = edition.Round(round).EntryOpens;
        return earlier.CompanyRegistration >= opens
            ? $"第{earlier.Number}回は企業情報の登録期限({date})が第{round}回の受付開始日({JapaneseDate.Full(opens)})以後のため、" +
                "期限徒過による空きは受付開始の時点では分かりません。分かった分は、それより後の回に追加できます。"
            : $"第{earlier.Number}回は企業情報の登録期限({date})までの消印の郵便を待っているため、空きが増えることがあります。";
    }
}
