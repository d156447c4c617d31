namespace Tedori.Workflows.Durable;

/// <summary>
/// Names work on many cases (一括処理), and where in it an orchestration stands. Its text is the input of the
/// orchestration. Storage format.
/// </summary>
/// <param name="Kind">What it is, for example <c>proposal</c>; without a hyphen.</param>
/// <param name="Id">Which one: a key of the record.</param>
/// <param name="After">The item after which to go on, exclusive; empty from the beginning.</param>
public sealed record BulkId(string Kind, string Id, string After = "")
{
    /// <summary>Instance id of its orchestration, for example <c>bulk-proposal-0f3a</c>.</summary>
    public string Instance => $"{InstanceNames.Bulks}{Kind}-{Id}";

    /// <summary>For example <c>proposal-0f3a</c>, or <c>proposal-0f3a@0200</c>. Pure, so that an orchestrator may ask.</summary>
    public override string ToString() => After.Length == 0 ? $"{Kind}-{Id}" : $"{Kind}-{Id}@{After}";

    /// <summary>Reads what <see cref="ToString"/> wrote. Pure, so that an orchestrator may ask.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static BulkId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (hyphen, at) = (text.IndexOf('-', StringComparison.Ordinal), text.LastIndexOf('@'));
        if (hyphen < 1)
            throw new FormatException($"'{text}' names no work on many cases.");
        return at < 0
            ? new(text[..hyphen], text[(hyphen + 1)..])
            : new(text[..hyphen], text[(hyphen + 1)..at], text[(at + 1)..]);
    }
}
