using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Workflows.Drafts;

/// <summary>What the address of a kept page says: its day, its place, and a secret that nobody can guess.</summary>
/// <param name="Day">The day on which it was kept, Asia/Tokyo.</param>
/// <param name="Known">Whether its owner is known by a session or a sign-in, and not by a browser only.</param>
/// <param name="Number">Number of its place.</param>
/// <param name="Secret">The secret.</param>
internal sealed record KeptPageKey(LocalDate Day, bool Known, int Number, string Secret)
{
    private const int SecretBytes = 16;
    private const int SecretCharacters = 22;

    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>A key with a new secret.</summary>
    public static KeptPageKey New(LocalDate day, bool known, int number) =>
        new(day, known, number, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Reads the printed form; null where it is none.</summary>
    public static KeptPageKey? Parse(string text) =>
        text.Split('-', 3) is
            [var day, [var kind and ('k' or 'b'), .. { Length: 4 } place], { Length: SecretCharacters } secret]
        && DayPattern.Parse(day) is { Success: true, Value: var date }
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(date, kind == 'k', number, secret)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{DayPattern.Format(Day)}-{(Known ? 'k' : 'b')}{Number:0000}-{Secret}");
}
