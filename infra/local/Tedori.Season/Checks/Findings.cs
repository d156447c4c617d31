using System.Globalization;

namespace Tedori.Season.Checks;

/// <summary>Collects what does not hold; keeps the first few for the report.</summary>
internal sealed class Findings(string name)
{
    private const int Shown = 5;
    private readonly List<string> first = [];
    private long found;
    private long looked;

    public void Looked(long count = 1) => looked += count;

    public void Found(string what)
    {
        found++;
        if (first.Count < Shown)
            first.Add(what);
    }

    public void Expect(bool holds, Func<string> otherwise)
    {
        Looked();
        if (!holds)
            Found(otherwise());
    }

    public Invariant ToInvariant(string counted) => new(name, found == 0 && looked > 0, Detail(counted));

    private string Detail(string counted)
    {
        if (looked == 0)
            return "nothing was there to check";
        return found == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{looked:#,0} {counted} checked")
            : string.Create(
                CultureInfo.InvariantCulture, $"{found:#,0} of {looked:#,0} {counted}: {string.Join("; ", first)}");
    }
}
