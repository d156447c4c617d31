namespace Tedori.Programme.Entries;

/// <summary>The companies that were drawn in earlier rounds, by everything they are known by.</summary>
public sealed class DrawnCompanies
{
    /// <summary>Nobody.</summary>
    public static readonly DrawnCompanies None = new();

    // The numbers of all who are known by a key; null stands for one without a number.
    private readonly Dictionary<CompanyKey, HashSet<CompanyKey?>> drawn = [];

    /// <summary>Everything they are known by.</summary>
    public IEnumerable<CompanyKey> Keys => drawn.Keys;

    /// <summary>Adds a company by one of its keys.</summary>
    /// <param name="key">The key.</param>
    /// <param name="number">Its corporate number, or null where it stated none.</param>
    public void Add(CompanyKey key, CompanyKey? number)
    {
        if (!drawn.TryGetValue(key, out var numbers))
            drawn.Add(key, numbers = []);
        numbers.Add(number);
    }

    /// <summary>Whether an entry is of one of them.</summary>
    public bool Knows(CompanyKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.All.Any(key => drawn.TryGetValue(key, out var numbers)
            && numbers.Any(n => CompanyKeys.MayBeOne(n, keys.Number)));
    }
}
