using System.Text.Json;
using Tedori.Programme.Serialization;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>
/// Reads and writes published draws and proofs of entries. A file that lacks a field is refused, not guessed at.
/// </summary>
public static class ProofFile
{
    private static readonly JsonSerializerOptions Strict = MakeStrict();

    // Beyond it a verifier that counts in doubles would read another number than stands in the file.
    private const long MostLong = (1L << 53) - 1;

    /// <summary>Checks the draw or the proof that a stream holds.</summary>
    /// <param name="stream">The file; it is read twice, so it can be sought in.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The faults, and a line that says what was looked at.</returns>
    /// <exception cref="JsonException">It holds neither.</exception>
    /// <exception cref="OverflowException">It holds numbers beyond reason.</exception>
    public static async Task<(IReadOnlyList<DrawFault> Faults, string Summary)> CheckAsync(
        Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var format = (await ReadAsync<FormatField>(stream, cancellation)).Format;
        stream.Position = 0;
        if (format is EntryProof.CurrentFormat or EntryProof.SharedFormat)
        {
            var proof = await ReadAsync<EntryProof>(stream, cancellation);
            return (ProofVerifier.Check(proof),
                $"{proof.Round} entry {proof.Number}: the entry is in the list with this root; " +
                "compare root and rank with the published draw.json");
        }

        if (format != DrawFile.CurrentFormat)
            return ([new("format", "file",
                $"The format is '{format}', not '{DrawFile.CurrentFormat}' or '{EntryProof.CurrentFormat}'.")], "");
        var file = await ReadAsync<DrawFile>(stream, cancellation);
        if (file.Draws.FirstOrDefault(d => d.Beacon.Number is > MostLong or < -MostLong) is { } beyond)
            throw new JsonException($"The number {beyond.Beacon.Number} of the beacon is beyond {MostLong}.");
        return (DrawVerifier.Check(file),
            $"{file.Round}: {file.Leaves.Count} entries, {file.Draws.Count(d => d.Ranking is not null)} of " +
            $"{file.Draws.Count} draws done, root {file.Sealing.Root}");
    }

    /// <summary>Writes a draw or a proof without holding its text in memory.</summary>
    public static Task WriteAsync<T>(Stream stream, T file, CancellationToken cancellation = default) =>
        JsonSerializer.SerializeAsync(stream, file, TedoriJson.Options, cancellation);

    private static async Task<T> ReadAsync<T>(Stream stream, CancellationToken cancellation) =>
        await JsonSerializer.DeserializeAsync<T>(stream, Strict, cancellation)
            ?? throw new JsonException("The file holds null.");

    private static JsonSerializerOptions MakeStrict()
    {
        var strict = new JsonSerializerOptions(TedoriJson.Options)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        // Of two that fit, the first is taken.
        strict.Converters.Insert(0, new ExactInstantConverter());
        return strict;
    }

    private sealed record FormatField(string Format);
}
