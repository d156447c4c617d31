using Tedori.Functions.Components.Forms;

namespace Tedori.Functions.Applicants.Links;

/// <summary>What the page behind a signed link shows: nothing of the case.</summary>
/// <param name="Token">Token of the form.</param>
/// <param name="LinkField">Name of the field that carries the link's token.</param>
/// <param name="Link">The link's token, unread.</param>
public sealed record OpenLinkModel(FormToken Token, string LinkField, string Link);
