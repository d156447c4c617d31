using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Entries;

/// <summary>What was declared and consented to with an entry. Storage format.</summary>
/// <param name="Conditions">Ids of the conditions that were declared to hold (申請要件の宣誓), in the edition's order.</param>
/// <param name="Consent">Whether the use of the data was consented to.</param>
/// <param name="Wording">SHA-256 of the sentences that were declared, 64 hexadecimal digits.</param>
public sealed record EntryStatement(IReadOnlyList<string> Conditions, bool Consent, string Wording)
{
    /// <summary>What a declaration declares of an edition's conditions.</summary>
    public static EntryStatement Of(Edition edition, EntryDeclaration typed)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(typed);
        var declared = edition.Entry.Conditions.Where(c => typed.Conditions.Contains(c.Id)).ToList();
        var sentences = string.Join('\n', declared.Select(c => $"{c.Id}: {c.Text}"));
        return new(
            [.. declared.Select(c => c.Id)], typed.Consent,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sentences))));
    }

    /// <inheritdoc/>
    public bool Equals(EntryStatement? other) => other is not null && Consent == other.Consent
        && Wording == other.Wording && Conditions.SequenceEqual(other.Conditions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Consent, Wording, Conditions.Count);

    /// <summary>All of it on one line.</summary>
    public override string ToString() => $"{string.Join(',', Conditions)} {(Consent ? "consent" : "none")} {Wording}";
}
