namespace Tedori.Tests.Infrastructure;

/// <summary>
/// Cuts Bicep into tokens: comments go, interpolations of strings are tokens like any other. It knows what the tests
/// ask of
/// the text and is no compiler: types, functions' parameters and the properties of resources are not known to it.
/// </summary>
internal sealed class BicepScanner(string name, string text)
{
    private readonly List<BicepToken> tokens = [];
    private readonly Stack<(char Opening, int Line)> open = new();
    private int at;
    private int line = 1;
    private bool opens = true;

    public static IReadOnlyList<BicepToken> Scan(string name, string text)
    {
        var scanner = new BicepScanner(name, text);
        scanner.Run(inString: false);
        return scanner.open.Count == 0
            ? scanner.tokens
            : throw scanner
                .Fault($"'{scanner.open.Peek().Opening}' of line {scanner.open.Peek().Line} is never closed");
    }

    private char Now => at < text.Length ? text[at] : '\0';

    private void Run(bool inString)
    {
        var floor = open.Count;
        while (at < text.Length)
        {
            if (inString && Now == '}' && open.Count == floor)
                return;
            if (Now == '\n')
                NextLine();
            else if (char.IsWhiteSpace(Now))
                at++;
            else if (StartsWith("//"))
                at = EndOfLine();
            else if (StartsWith("'''"))
                LongString();
            else if (Now == '\'')
                ShortString();
            else if (char.IsAsciiLetterOrDigit(Now) || Now == '_')
                Word();
            else
                Sign();
        }

        if (inString)
            throw Fault("a string is never closed");
    }

    private void Word()
    {
        var from = at;
        while (char.IsAsciiLetterOrDigit(Now) || Now == '_')
            at++;
        Add(text[from..at], BicepTokenKind.Word);
    }

    private void Sign()
    {
        if (Now is '}' or ')' or ']')
        {
            if (!open.TryPop(out var opening) || "{}()[]".IndexOf(opening.Opening, StringComparison.Ordinal) + 1 !=
                "{}()[]".IndexOf(Now, StringComparison.Ordinal))
                throw Fault($"'{Now}' closes nothing that is open");
        }

        Add(Now.ToString(), BicepTokenKind.Sign);
        if (Now is '{' or '(' or '[')
            open.Push((Now, line));
        at++;
    }

    private void LongString()
    {
        var end = text.IndexOf("'''", at + 3, StringComparison.Ordinal);
        if (end < 0)
            throw Fault("a ''' string is never closed");
        Add(text[(at + 3)..end], BicepTokenKind.Text);
        line += text.AsSpan(at, end - at).Count('\n');
        at = end + 3;
    }

    private void ShortString()
    {
        var from = ++at;
        var place = tokens.Count;
        while (Now != '\'')
        {
            if (Now is '\n' or '\0')
                throw Fault("a string is not closed in its line");
            if (Now == '\\')
                at++;
            else if (StartsWith("${"))
            {
                at += 2;
                Run(inString: true);
            }

            at++;
        }

        tokens.Insert(place, new(text[from..at++], BicepTokenKind.Text, line, open.Count, opens));
        opens = false;
    }

    private void Add(string word, BicepTokenKind kind)
    {
        tokens.Add(new(word, kind, line, open.Count, opens));
        opens = false;
    }

    private void NextLine()
    {
        at++;
        line++;
        opens = true;
    }

    private int EndOfLine() => text.IndexOf('\n', at) is var end && end < 0 ? text.Length : end;

    private bool StartsWith(string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private InvalidDataException Fault(string what) => new($"{name}({line}): {what}.");
}
