using System.Globalization;

namespace Tedori.Workflows.Rounds;

/// <summary>Keys of the rows in a round's partition. Storage format.</summary>
public static class RoundRows
{
    /// <summary>The state of the round.</summary>
    public const string State = "state";

    /// <summary>The next serial number, and whether the list is frozen.</summary>
    public const string Counter = "counter";

    /// <summary>Prefix of the entries.</summary>
    public const string Entries = "entry-";

    /// <summary>Prefix of the request keys of entries.</summary>
    public const string Keys = "key-";

    /// <summary>Prefix of entries refused.</summary>
    public const string Attempts = "attempt-";

    /// <summary>Prefix of the pages of the sealed list.</summary>
    public const string List = "list-";

    /// <summary>Prefix of the pages of the results.</summary>
    public const string Results = "result-";

    /// <summary>Rows of a list or of results on one page; a page stays below 32 Ki characters.</summary>
    public const int PageSize = 250;

    /// <summary>Key of an entry.</summary>
    public static string Entry(int serial) => string.Create(CultureInfo.InvariantCulture, $"{Entries}{serial:00000}");

    /// <summary>Key of a page, from 0.</summary>
    public static string Page(string prefix, int page) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{page:0000}");
}
