using System.Security.Cryptography;
using System.Text;

namespace Tedori.Programme.Audit;

/// <summary>
/// Chains records so that a change of one shows in all later ones: SHA-256(previous hash ‖ LF ‖ text).
/// </summary>
public static class HashChain
{
    /// <summary>What stands before the first link.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The hash of a record, 64 hexadecimal digits.</summary>
    /// <param name="previous">Hash of the record before, or <see cref="Start"/>.</param>
    /// <param name="text">The record exactly as stored.</param>
    public static string Next(string previous, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previous}\n{text}")));
}
