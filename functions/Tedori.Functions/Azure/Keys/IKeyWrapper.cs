namespace Tedori.Functions.Azure.Keys;

/// <summary>
/// Wraps small keys with one that never leaves its vault. Not asynchronous, because ASP.NET Core's key ring is not.
/// </summary>
internal interface IKeyWrapper
{
    /// <summary>Wraps a key with the newest version of the vault's.</summary>
    WrappedKey Wrap(byte[] plain);

    /// <summary>Unwraps it with the version that wrapped it.</summary>
    byte[] Unwrap(WrappedKey wrapped);
}
