using Microsoft.AspNetCore.Http;
using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Programme.Calendar;

namespace Tedori.Functions.Http;

/// <summary>One request, with what every trigger needs to know of it.</summary>
/// <param name="Request">The request.</param>
/// <param name="ReceivedAt">When its head arrived. What has a deadline is judged by <see cref="Arrival"/>.</param>
/// <param name="TokenSource">Makes what the forms of the answer must send back; sets a cookie.</param>
/// <param name="Form">What was posted; empty for a GET.</param>
/// <param name="Files">Files that were posted.</param>
/// <param name="Cancellation">Ends when the caller goes away.</param>
public record PageRequest(
    HttpRequest Request,
    Instant ReceivedAt,
    Lazy<FormToken> TokenSource,
    PostedForm Form,
    IFormFileCollection Files,
    CancellationToken Cancellation)
{
    /// <summary>
    /// What the forms of the answer must send back. A page without forms does not ask for it and sets no cookie.
    /// </summary>
    public FormToken Token => TokenSource.Value;

    /// <summary>When its body had been read to the end; for a request without one, when it arrived.</summary>
    public Instant CompleteAt { get; init; } = ReceivedAt;

    /// <summary>When it arrived: lateness is decided by this.</summary>
    public Arrival Arrival => new(ReceivedAt, CompleteAt);
}
