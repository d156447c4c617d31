using System.Text;
using Tedori.Local;

namespace Tedori.Cli.Commands;

/// <summary>
/// Files that a command writes at its end: checked before it begins, so that no long run ends in vain.
/// </summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void CheckWritable(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file '{path}' cannot be written ({e.Message.TrimEnd('.')}): name another.");
        }
    }

    public static async Task WriteAsync(string? path, Func<TextWriter, Task> write)
    {
        if (path is null)
            return;
        try
        {
            await using var writer = new StreamWriter(path, append: false, Utf8);
            await write(writer);
        }
        catch (IOException e)
        {
            throw new UsageException(
                $"The file '{path}' could not be written ({e.Message.TrimEnd('.')}): free space or name another.");
        }
    }
}
