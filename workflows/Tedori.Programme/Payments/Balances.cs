namespace Tedori.Programme.Payments;

/// <summary>What stands in each account of the ledger, in yen. An account that is not named holds nothing.</summary>
public sealed record Balances
{
    /// <summary>The accounts that hold something. Only <see cref="LedgerAccount.Budget"/> and the companies' side go below zero.</summary>
    public IReadOnlyDictionary<LedgerAccount, long> Yen { get; init; } = new Dictionary<LedgerAccount, long>();

    /// <summary>What an account holds.</summary>
    public long this[LedgerAccount account] => Yen.GetValueOrDefault(account);

    /// <summary>The balances after these entries.</summary>
    /// <exception cref="ArgumentException">An entry moves no yen.</exception>
    public Balances After(IEnumerable<Posting> postings)
    {
        ArgumentNullException.ThrowIfNull(postings);
        var yen = new SortedDictionary<LedgerAccount, long>(Yen.ToDictionary());
        foreach (var posting in postings)
        {
            if (posting.Yen <= 0 || posting.From == posting.To)
                throw new ArgumentException($"{posting} moves nothing.", nameof(postings));
            checked
            {
                yen[posting.From] = yen.GetValueOrDefault(posting.From) - posting.Yen;
                yen[posting.To] = yen.GetValueOrDefault(posting.To) + posting.Yen;
            }
        }

        return new() { Yen = yen.Where(y => y.Value != 0).ToDictionary() };
    }

    /// <summary>The balances of both.</summary>
    public Balances Plus(Balances other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Yen = Yen.Keys.Union(other.Yen.Keys).Order().Select(a => (Account: a, Yen: checked(this[a] + other[a])))
                .Where(y => y.Yen != 0).ToDictionary(y => y.Account, y => y.Yen),
        };
    }
}
