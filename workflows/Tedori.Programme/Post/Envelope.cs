using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Programme.Evidence;

namespace Tedori.Programme.Post;

/// <summary>What reached the office beside the electronic channel and becomes a filing by the hands of staff: an envelope that came by post
/// (郵便物), or a mail that was an attempt to file (締切前の提出の試み). Storage format.</summary>
/// <param name="Id">Id: the key of the request that recorded it, and of the filing it becomes.</param>
/// <param name="Case">The case it belongs to.</param>
/// <param name="Step">The step it is meant for.</param>
/// <param name="Correction">Number of the correction it answers, or null.</param>
/// <param name="Arrived">Date on which it arrived, Asia/Tokyo.</param>
/// <param name="Kind">Kind of mail, for example 簡易書留.</param>
/// <param name="TrackingNumber">Tracking number, or null.</param>
/// <param name="Files">Photo of the envelope and what was in it.</param>
/// <param name="Items">Items that were registered or claimed in it, ascending; else empty.</param>
/// <param name="Persons">Persons claimed in it; else 0.</param>
/// <param name="Readings">What was read on it, in order.</param>
/// <param name="State">How far it is.</param>
/// <param name="Refusal">Why it was not taken, or null.</param>
/// <param name="Decision">Id of the proposal that settled its postmark, or null where the readings did.</param>
/// <param name="Photo">Digest of the photo of the envelope, or null in what was recorded before it was told apart.</param>
public sealed record Envelope(
    string Id,
    CaseId Case,
    Step Step,
    int? Correction,
    LocalDate Arrived,
    string Kind,
    string? TrackingNumber,
    IReadOnlyList<EvidenceFile> Files,
    IReadOnlyList<int> Items,
    int Persons,
    IReadOnlyList<PostmarkReading> Readings,
    EnvelopeState State,
    Refusal? Refusal = null,
    string? Decision = null,
    string? Photo = null)
{
    /// <summary>
    /// What is written in it, typed into the form of the same filing online: texts by name of the field. Null in an envelope
    /// of before that.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Answers { get; init; }

    /// <summary>
    /// The mail whose files these are, where nothing came by post: an attempt to file before the deadline. Null in an envelope.
    /// </summary>
    public MailAttempt? Mail { get; init; }

    /// <summary>The photo of the envelope, or null where nothing was kept.</summary>
    [JsonIgnore]
    public EvidenceFile? PhotoFile => Files.FirstOrDefault(f => f.Sha256 == Photo) ?? (Files.Count > 0 ? Files[0] : null);
}
