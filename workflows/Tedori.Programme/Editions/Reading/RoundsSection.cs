namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>rounds</c>: guideline 1(4).</summary>
internal static class RoundsSection
{
    // A round's number has two digits in every case id.
    private const int Most = 99;

    public static IReadOnlyList<RoundDraft> Read(FileNode node)
    {
        RoundDraft[] rounds = [.. node.Elements(Most).Select(RoundDraft.Read)];
        Numbering.Require("round", [.. rounds.Select(r => (r.Number, r.Node.Field("number")))]);
        foreach (var round in rounds)
            round.RequireOrder();
        foreach (var (earlier, later) in rounds.Zip(rounds.Skip(1)))
            later.EntryOpens.MustFollow(earlier.EntryCloses with { Name = "the entryCloses of the round before" });
        return rounds;
    }
}
