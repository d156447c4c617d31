namespace Tedori.Programme.Signing;

/// <summary>Somebody who answers for an act of the office (起案者、承認者). Storage format.</summary>
/// <param name="Id">Stable id that the platform gives: it tells people apart.</param>
/// <param name="Name">Name as colleagues know it: it is only shown, two people may share one and one may change it.</param>
public sealed record Signatory(string Id, string Name);
