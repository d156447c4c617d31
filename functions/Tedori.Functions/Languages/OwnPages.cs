using Tedori.Functions.Components.Forms;

namespace Tedori.Functions.Languages;

/// <summary>The pages of a company, behind its link.</summary>
/// <param name="Path">Where they begin.</param>
/// <param name="Token">What their forms send back.</param>
public sealed record OwnPages(string Path, FormToken Token);
