using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>
/// How and when a filing reached the office: what decides whether it is on time. Names are storage format.
/// </summary>
[System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "channel")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(Electronic), "electronic")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(Post), "post")]
public abstract record Receipt
{
    private Receipt()
    {
    }

    /// <summary>Filed online (電子申請).</summary>
    /// <param name="ReceivedAt">When the server received the request that files it.</param>
    public sealed record Electronic(Instant ReceivedAt) : Receipt;

    /// <summary>Sent by post (郵送).</summary>
    /// <param name="Postmark">Date of the postmark (消印), Asia/Tokyo; it alone decides.</param>
    /// <param name="Arrived">Date on which the envelope arrived.</param>
    /// <param name="Kind">Kind of mail, for example 簡易書留.</param>
    /// <param name="TrackingNumber">Tracking number, where the kind of mail has one.</param>
    public sealed record Post(LocalDate Postmark, LocalDate Arrived, string Kind, string? TrackingNumber) : Receipt;

    /// <summary>Calls the function for the case at hand.</summary>
    public T Match<T>(Func<Electronic, T> electronic, Func<Post, T> post) => this switch
    {
        Electronic e => electronic(e),
        Post p => post(p),
        _ => throw new InvalidOperationException($"Unknown receipt {GetType().Name}."),
    };
}
