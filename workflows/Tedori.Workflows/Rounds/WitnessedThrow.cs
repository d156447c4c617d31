using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;

namespace Tedori.Workflows.Rounds;

/// <summary>What was thrown before witnesses, as one person typed it. Storage format.</summary>
/// <param name="Digits">The decimal digits in the order in which they fell.</param>
/// <param name="Witnesses">Names of the witnesses; they are not published.</param>
/// <param name="MinutesDigest">SHA-256 of the minutes document, 64 hexadecimal digits; it is published.</param>
/// <param name="At">When they were thrown.</param>
public sealed record WitnessedThrow(string Digits, IReadOnlyList<string> Witnesses, string MinutesDigest, Instant At)
{
    /// <summary>Fewest digits: about 132 bits.</summary>
    public const int FewestDigits = 40;

    /// <summary>Most digits.</summary>
    public const int MostDigits = 400;

    /// <summary>Fewest witnesses.</summary>
    public const int FewestWitnesses = 2;

    /// <summary>Everything that is wrong with it, in the order of the form.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (Digits.Length is < FewestDigits or > MostDigits || !Digits.All(char.IsAsciiDigit))
            yield return new("digitsWrong", $"出た目は、数字{FewestDigits}桁以上{MostDigits}桁以下を、出た順に入力してください。");
        if (Witnesses.Where(w => w.Trim().Length is > 0 and <= 100).Distinct().Count() is < FewestWitnesses or > 20)
            yield return new("witnessesMissing", $"立会人の氏名を{FewestWitnesses}人以上入力してください。");
        if (!Hash256.TryParse(MinutesDigest, out _))
            yield return new("minutesMissing", "立会いの議事録のファイルを選んでください。");
    }

    /// <summary>What is committed: a sentence that everybody can write down after the minutes.</summary>
    public string Sentence(RoundId round, int draw) => PublishedThrow.Prefix + string.Create(
        CultureInfo.InvariantCulture,
        $"{round}|{draw}|{Digits}|{InstantPattern.ExtendedIso.Format(At)}|{MinutesDigest}");

    /// <summary>The value of a throw from before throws were bound: what is hashed is a sentence that everybody can write down after the minutes.</summary>
    public BeaconValue ToValue(RoundId round, int draw) => new(BeaconPledge.Witnessed, Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"tedori witnessed|{round}|{draw}|{Digits}|{InstantPattern.ExtendedIso.Format(At)}|{MinutesDigest}")));
}
