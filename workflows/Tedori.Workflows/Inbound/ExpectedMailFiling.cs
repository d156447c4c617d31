using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Inbound;

/// <summary>What filing a mail with a case would do (登録の確認). No mail leaves for it.</summary>
/// <param name="Case">The case as it stands.</param>
/// <param name="IsContact">Whether the sender's address is that of the case's contact, whatever the case of its letters.</param>
/// <param name="Offered">The files that its company would see and could put among its drafts, each content once; empty where none.</param>
/// <param name="Former">The case that the mail is filed with now, or null.</param>
/// <param name="Removed">The files that would be taken off the drafts of that case, each content once.</param>
/// <param name="Kept">Those that stay there, because its company uploaded them itself or another mail brought them as well.</param>
/// <param name="Seen">How the mail stands: whoever files it says what was seen.</param>
public sealed record ExpectedMailFiling(
    CaseState Case, bool IsContact, IReadOnlyList<InboundFile> Offered, CaseId? Former, IReadOnlyList<InboundFile> Removed,
    IReadOnlyList<InboundFile> Kept, string Seen)
{
    /// <summary>
    /// How a mail stands, as 16 hexadecimal digits: another where it was filed, taken of, recorded or done with meanwhile.
    /// </summary>
    public static string SeenOf(InboundMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var stands = string.Join('\n',
        [
            $"{mail.Case} {mail.Attempt} {At(mail.DoneAt)}",
            .. mail.Files.Select(f => $"{f.TakenAs} {At(f.TakenAt)} {At(f.EvidenceAt)}"),
        ]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stands)))[..16];
    }

    /// <summary>Whether a mail stands otherwise than it was seen; null was not seen, and nothing is other than it.</summary>
    public static bool IsOther(InboundMail mail, string? seen) => seen is not null && SeenOf(mail) != seen;

    private static string? At(NodaTime.Instant? at) => at?.ToString("uuuu-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture);
}
