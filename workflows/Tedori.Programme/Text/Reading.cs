namespace Tedori.Programme.Text;

/// <summary>What a reader made of a text that a person typed: its value, or why it has none.</summary>
/// <typeparam name="T">What the text stands for.</typeparam>
public sealed record Reading<T>
    where T : notnull
{
    private readonly T? value;

    internal Reading(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>
    /// What is wrong and what to type instead, in Japanese, without the name of the field; null where it was read.
    /// </summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the text was read.</summary>
    public bool IsRead => Refusal is null;

    /// <summary>What it stands for.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException(Refusal.Text);
}

/// <summary>Makes readings.</summary>
internal static class Reading
{
    public static Reading<T> Of<T>(T value)
        where T : notnull => new(value, null);

    public static Reading<T> Refused<T>(string code, string text)
        where T : notnull => new(default, new(code, text));
}
