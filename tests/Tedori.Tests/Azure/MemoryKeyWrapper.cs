using Tedori.Functions.Azure.Keys;

namespace Tedori.Tests.Azure;

/// <summary>A vault in memory, whose key turns every bit.</summary>
internal sealed class MemoryKeyWrapper : IKeyWrapper
{
    public int Unwrapped { get; private set; }

    public WrappedKey Wrap(byte[] plain) => new("memory/1", Turn(plain));

    public byte[] Unwrap(WrappedKey wrapped)
    {
        Assert.Equal("memory/1", wrapped.KeyId);
        Unwrapped++;
        return Turn(wrapped.Value);
    }

    private static byte[] Turn(byte[] key) => Array.ConvertAll(key, b => (byte)(b ^ 0xFF));
}
