using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Access;

/// <summary>
/// What ties a link to the very case that it was made for, and not only to its number: where records were lost, a number
/// could come to stand for another company. Pure.
/// </summary>
public static class CaseBinding
{
    private const int Characters = 22;

    /// <summary>The mark of a case, made of its number, the key of the request that entered, and when that came.</summary>
    public static string Of(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var text = $"{state.Id}|{state.EntryKey}|{state.EnteredAt.ToUnixTimeTicks()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Characters];
    }

    /// <summary>Whether something was made for this case.</summary>
    /// <param name="state">The case as it stands, or null where there is none.</param>
    /// <param name="binding">What it says; null where it was made before cases had a mark.</param>
    /// <param name="made">When it was made: what is older than the case was made for another.</param>
    public static bool Holds(CaseState? state, string? binding, Instant made) => binding is null
        ? state is null || made >= state.EnteredAt
        : state is not null && Of(state) == binding;
}
