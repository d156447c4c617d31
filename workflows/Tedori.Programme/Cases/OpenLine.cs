namespace Tedori.Programme.Cases;

/// <summary>A line of a checklist that was not ticked when its review ended, and why. Storage format.</summary>
/// <param name="Line">Id of the line.</param>
/// <param name="Reason">Why it could stay open, in Japanese; staff only see it.</param>
public sealed record OpenLine(string Line, string Reason);
