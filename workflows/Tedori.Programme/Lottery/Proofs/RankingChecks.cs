using System.Globalization;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>Whether a ranking follows from leaves and seed.</summary>
internal sealed class RankingChecks(RoundId round, Hash256[] leaves, bool rootHolds, string where)
{
    private readonly List<DrawFault> faults = [];

    public IReadOnlyList<DrawFault> Of(PublishedValue value, IReadOnlyList<RankedLine> ranking, int places)
    {
        var seedHolds = BeaconChecks.SeedHolds(value);
        if (!seedHolds)
            Add("seed", where, "The seed is not the SHA-256 of its proof.");
        if (!IsComplete(ranking))
            return faults;
        var keys = new Hash256[leaves.Length];
        var seed = value.Randomness.ToBytes();
        Parallel.For(0, keys.Length, i => keys[i] = Draw.KeyOf(round, leaves[i], seed));
        var wrong = ranking.Where(line => keys[line.Number - 1] != line.Key).ToList();
        Explain(wrong, keys, seedHolds);
        CheckOrder(ranking, wrong);
        CheckPlaces(ranking, places);
        return faults;
    }

    private bool IsComplete(IReadOnlyList<RankedLine> ranking)
    {
        var seen = new bool[leaves.Length];
        for (var i = 0; i < ranking.Count; i++)
        {
            var line = ranking[i];
            if (line.Rank != i + 1)
                Add("rank", RankAt(i), Text($"Here stands rank {line.Rank}."));
            if (line.Number < 1 || line.Number > seen.Length || seen[line.Number - 1])
                Add("rank", RankAt(i), Text($"Entry {line.Number} stands twice or is not in the list."));
            else
                seen[line.Number - 1] = true;
        }

        if (ranking.Count != leaves.Length)
            Add("rank", where, Text($"{ranking.Count} entries are ranked, {leaves.Length} are in the list."));
        return ranking.Count == leaves.Length && seen.All(s => s);
    }

    private void Explain(List<RankedLine> wrong, Hash256[] keys, bool seedHolds)
    {
        var holders = wrong.ToDictionary(line => keys[line.Number - 1], line => line.Number);
        var exchanged = wrong.Any(line => holders.ContainsKey(line.Key));
        if (wrong.Count == leaves.Length && wrong.Count > 1 && !exchanged)
        {
            if (seedHolds)
                Add("seed", where,
                    "No key follows from the seed and the round id: one of the two is not that of this draw.");
            return;
        }

        foreach (var line in wrong)
            Explain(line, holders);
    }

    private void Explain(RankedLine line, Dictionary<Hash256, int> holders)
    {
        var other = holders.GetValueOrDefault(line.Key);
        if (other != 0 && rootHolds)
            Add("rank", RankAt(line.Rank - 1), Text($"Entry {line.Number} stands here with the key of entry {other}."));
        else if (other > line.Number)
            Add("order", Text($"entries {line.Number} and {other}"), "They stand in each other's place in the list.");
        else if (other == 0 && rootHolds)
            Add("key", RankAt(line.Rank - 1), Text($"The key is not that of entry {line.Number}."));
        else if (other == 0)
            Add("leaf", Text($"entry {line.Number}"), "Its leaf is not the one that was sealed and drawn.");
    }

    private void CheckOrder(IReadOnlyList<RankedLine> ranking, List<RankedLine> wrong)
    {
        var skipped = wrong.Select(line => line.Number).ToHashSet();
        RankedLine? before = null;
        foreach (var line in ranking.Where(l => !skipped.Contains(l.Number)))
        {
            if (before is { } b && (line.Key < b.Key || (line.Key == b.Key && line.Number < b.Number)))
                Add("rank", RankAt(line.Rank - 1), "The key is smaller than that of the rank before.");
            before = line;
        }
    }

    private void CheckPlaces(IReadOnlyList<RankedLine> ranking, int places)
    {
        for (var i = 0; i < ranking.Count; i++)
        {
            if (ranking[i].Won != i < places)
                Add("place", RankAt(i), Text(
                    $"With {places} places this rank {(i < places ? "wins" : "does not win")}."));
        }
    }

    private string RankAt(int index) => Text($"{where} rank {index + 1}");

    private void Add(string code, string at, string text) => faults.Add(new(code, at, text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
