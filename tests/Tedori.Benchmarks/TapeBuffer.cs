using System.Buffers.Binary;
using System.Text;

namespace Tedori.Benchmarks;

/// <summary>Bytes in chunks, written once and read in the same order. Cheap to write: no growing, no copying.</summary>
internal sealed class TapeBuffer
{
    private const int ChunkSize = 1 << 20;
    private readonly List<(byte[] Bytes, int Length)> full = [];
    private byte[] chunk = [];
    private int position;

    /// <summary>Begins a record of at most so many bytes: it lies in one chunk.</summary>
    public void Begin(int most)
    {
        if (chunk.Length - position >= most) return;
        if (position > 0) full.Add((chunk, position));
        chunk = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkSize, most));
        position = 0;
    }

    public void Put(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(chunk.AsSpan(position), value);
        position += sizeof(long);
    }

    public void Put(byte[]? value)
    {
        Put(value?.Length ?? -1L);
        if (value is null) return;
        value.CopyTo(chunk, position);
        position += value.Length;
    }

    public void Put(string value)
    {
        var size = Encoding.UTF8.GetBytes(value, chunk.AsSpan(position + sizeof(long)));
        Put((long)size);
        position += size;
    }

    /// <summary>Reads from the beginning what was written so far.</summary>
    public Reader Read() => new([.. full, (chunk, position)]);

    /// <summary>Reads records in the order in which they were written.</summary>
    public sealed class Reader(List<(byte[] Bytes, int Length)> chunks)
    {
        private int current;
        private int position;

        /// <summary>Goes on to the next record.</summary>
        public void Begin()
        {
            if (position < chunks[current].Length) return;
            current++;
            position = 0;
        }

        public long Number()
        {
            var value = BinaryPrimitives.ReadInt64LittleEndian(chunks[current].Bytes.AsSpan(position));
            position += sizeof(long);
            return value;
        }

        public byte[]? Bytes() => Number() is var size && size < 0 ? null : Take((int)size).ToArray();

        public string Text() => Encoding.UTF8.GetString(Take((int)Number()));

        private ReadOnlySpan<byte> Take(int size)
        {
            position += size;
            return chunks[current].Bytes.AsSpan(position - size, size);
        }
    }
}
