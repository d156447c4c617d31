using NodaTime;

namespace Tedori.Programme.Alarms;

/// <summary>
/// Something that people outside the console have to hear of (警報). It names no company and no person. Storage format.
/// </summary>
/// <param name="Key">What tells it apart, for example <c>results-r7-07</c>: lower-case letters, digits and hyphens.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">What it is called, in a few Japanese words.</param>
/// <param name="What">What happens, in Japanese sentences.</param>
/// <param name="Act">What to do, in Japanese sentences.</param>
/// <param name="Link">The page of the console where it is dealt with, from <c>/staff</c> on.</param>
/// <param name="Since">Since when it is so, as far as is known.</param>
public sealed record OfficeAlarm(
    string Key, AlarmKind Kind, string Title, string What, string Act, string Link, Instant Since);
