using Tedori.Programme.Post;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Post;

/// <summary>The list of envelopes.</summary>
/// <param name="Envelopes">All, those that wait first.</param>
/// <param name="Member">Who looks.</param>
public sealed record PostListModel(IReadOnlyList<Envelope> Envelopes, StaffMember Member);
