using NodaTime;

namespace Tedori.Functions.Applicants.MyCase;

/// <summary>One step of the path on my page.</summary>
/// <param name="Title">Its name.</param>
/// <param name="State">Done, now or to come.</param>
/// <param name="Text">What was filed and when, or what comes.</param>
/// <param name="Deadline">Its deadline, or null.</param>
/// <param name="Filed">Number of the event that filed it, or null.</param>
public sealed record TimelineStep(
    string Title, TimelineState State, string Text, LocalDate? Deadline = null, int? Filed = null);
