namespace Tedori.Functions.Http;

/// <summary>
/// Where the public reaches the pages. It stands in mails, so it is configured and never taken from a request.
/// </summary>
/// <param name="Base">Absolute address that ends with a slash, or null where mails carry no links.</param>
/// <param name="Uploads">Origin of the store to which browsers send files, or null where it is the same.</param>
public sealed record PublicAddress(Uri? Base, string? Uploads = null);
