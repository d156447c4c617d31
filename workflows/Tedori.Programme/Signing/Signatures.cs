using System.Text.Json.Serialization;

namespace Tedori.Programme.Signing;

/// <summary>Who proposed an act and who approved it (起案と承認). Storage format.</summary>
/// <param name="Proposer">Who proposed.</param>
/// <param name="Approver">Who approved; where the edition asks for a second person, another one.</param>
public sealed record Signatures(Signatory Proposer, Signatory Approver)
{
    /// <summary>
    /// Two people who stand for those that will sign: a preview asks what would happen once another person has approved.
    /// </summary>
    public static readonly Signatures ToCome = new(new("proposer", "proposer"), new("approver", "approver"));

    /// <summary>Whether two people signed. Ids decide: one person may have two names, and two may share one.</summary>
    [JsonIgnore]
    public bool AreOfTwoPeople => !string.Equals(Proposer.Id, Approver.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>Both names, as ledgers and pages have them.</summary>
    [JsonIgnore]
    public string Names => $"{Proposer.Name}, {Approver.Name}";
}
