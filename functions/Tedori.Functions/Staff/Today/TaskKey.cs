namespace Tedori.Functions.Staff.Today;

/// <summary>The key of a task as a form sends it back.</summary>
internal static class TaskKey
{
    /// <summary>Whether the text can be the key of a row: what it names may still not exist.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':');
}
