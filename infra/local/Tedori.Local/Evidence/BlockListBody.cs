using System.Xml;

namespace Tedori.Local.Evidence;

/// <summary>Reads the body of Put Block List.</summary>
internal static class BlockListBody
{
    private const int MostCharacters = 64 * 1024;

    private static readonly XmlReaderSettings Strict = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    /// <summary>The ids in their order, or null where the body is no list of blocks.</summary>
    public static async Task<IReadOnlyList<BlockId>?> ReadAsync(Stream body)
    {
        try
        {
            using var reader = XmlReader.Create(body, Strict);
            return await ReadAsync(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<BlockId>?> ReadAsync(XmlReader reader)
    {
        await reader.MoveToContentAsync();
        if (reader.Name != "BlockList")
            return null;
        var ids = new List<BlockId>();
        await reader.ReadAsync();
        while (reader.NodeType == XmlNodeType.Element)
        {
            // Blocks that a former list has used stay here, so that every kind of block is the latest of its id.
            if (reader.Name is not ("Latest" or "Uncommitted" or "Committed")
                || ids.Count == DiskQuarantine.MostBlocks ||
                !BlockId.TryParse(await reader.ReadElementContentAsStringAsync(), out var id))
                return null;
            ids.Add(id);
        }

        return ids;
    }
}
