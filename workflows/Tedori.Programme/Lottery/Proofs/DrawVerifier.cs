using System.Globalization;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>
/// Repeats a published draw and names what does not hold. The published verifiers in Python and JavaScript do the same
/// without sharing code with this one.
/// </summary>
public sealed class DrawVerifier
{
    /// <summary>Most faults that are listed.</summary>
    public const int MostFaults = 100;

    private readonly DrawFile file;
    private readonly Hash256[] leaves;
    private readonly List<DrawFault> faults = [];
    private readonly bool rootHolds;

    private DrawVerifier(DrawFile file)
    {
        this.file = file;
        leaves = [.. file.Leaves];
        rootHolds = MerkleTree.Root(leaves) == file.Sealing.Root;
    }

    /// <summary>Everything that does not hold, at most <see cref="MostFaults"/>; empty where the draw holds.</summary>
    public static IReadOnlyList<DrawFault> Check(DrawFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Format != DrawFile.CurrentFormat)
            return [new("format", "file", $"The format is '{file.Format}', not '{DrawFile.CurrentFormat}'.")];
        var verifier = new DrawVerifier(file);
        verifier.CheckSealing();
        for (var i = 0; i < file.Draws.Count; i++)
            verifier.CheckDraw(i);
        verifier.CheckRoot();
        return [.. verifier.faults.Take(MostFaults)];
    }

    private void Expect(bool holds, string code, string where, string text)
    {
        if (!holds)
            faults.Add(new(code, where, text));
    }

    private void CheckSealing()
    {
        var s = file.Sealing;
        Expect(s.Tree == MerkleTree.Algorithm, "algorithm", "sealing",
            $"The tree is '{s.Tree}', which is unknown here.");
        Expect(s.Count == leaves.Length, "count", "leaves", Text(
            $"{s.Count} entries were sealed, but {leaves.Length} leaves are here."));
        Expect(s.Received - s.Excluded.Values.Sum() == s.Count, "count", "excluded",
            "Entries received, less those excluded, are not the entries sealed.");
    }

    // A root that does not hold is named by the leaf or the order that broke it, where the rankings tell.
    private void CheckRoot() => Expect(
        rootHolds || faults.Any(f => f.Code is "leaf" or "order"), "root", "sealing",
        "The leaves do not give the published root: the root was changed, or a leaf.");

    private void CheckDraw(int index)
    {
        var draw = file.Draws[index];
        var where = Text($"draw {index + 1}");
        Expect(draw.Algorithm == Draw.Algorithm, "algorithm", where,
            $"The algorithm is '{draw.Algorithm}', which is unknown here.");
        Expect(draw.Number == index + 1 && (index == 0) == string.IsNullOrWhiteSpace(draw.Reason), "draw", where,
            "Draws are numbered from 1, and every one after the first has a reason.");
        Expect(draw.Places == Places, "places", where,
            Text($"{draw.Places} places were drawn for, but {file.Sealing.Planned} planned and ")
            + Text($"{file.Sealing.CarriedIn} carried in are {Places}."));
        faults.AddRange(BeaconChecks.Of(file.Round, file.Draws, index));
        if (draw is not { Value: { } value, Ranking: { } ranking, DrawnAt: not null })
        {
            Expect(index == file.Draws.Count - 1 && draw is { Value: null, Ranking: null, DrawnAt: null },
                "draw", where,
                "Only the last draw may still wait for its value, and then it has no ranking.");
            return;
        }

        faults.AddRange(new RankingChecks(file.Round, leaves, rootHolds, where).Of(value, ranking, Places));
    }

    private int Places => file.Sealing.Planned + file.Sealing.CarriedIn;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
