using Tedori.Programme;
using Tedori.Programme.Post;

namespace Tedori.Workflows.Post;

/// <summary>An envelope after something was done with it.</summary>
/// <param name="Envelope">As it stands, or null where there is none.</param>
/// <param name="Refusal">Why what was asked was not done, or null.</param>
public sealed record EnvelopeAnswer(Envelope? Envelope, Refusal? Refusal);
