using System.CommandLine;
using System.Text.Json;
using Tedori.Local;
using Tedori.Programme.Lottery.Proofs;

namespace Tedori.Cli.Commands;

/// <summary>
/// <c>verify-draw</c>: repeats a published draw, or checks the proof of one entry. Exit code 0 where everything holds,
/// 1 where something does not, 2 where the file cannot be checked.
/// </summary>
internal static class VerifyDrawCommand
{
    private static readonly Argument<string> FileName = new("FILE")
    {
        Description = "The draw.json of a round, or the proof of one entry.",
    };

    public static Command Create()
    {
        var command = new Command(
            "verify-draw", "Repeat a published draw and name whatever does not hold: exit code 1 if anything.")
        {
            FileName,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (faults, summary) = await CheckAsync(parsed.GetValue(FileName)!, cancellation);
        foreach (var fault in faults)
            Console.WriteLine($"fault: {fault}");
        Console.WriteLine(faults.Count == 0 ? $"holds: {summary}" : $"{faults.Count} faults.");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<(IReadOnlyList<DrawFault> Faults, string Summary)> CheckAsync(
        string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await ProofFile.CheckAsync(stream, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file '{path}' cannot be read ({e.Message.TrimEnd('.')}): check its path.");
        }
        catch (Exception e) when (e is JsonException or OverflowException)
        {
            throw new UsageException(
                $"The file '{path}' is no published draw and no proof ({e.Message.TrimEnd('.')}): download it again.");
        }
    }
}
