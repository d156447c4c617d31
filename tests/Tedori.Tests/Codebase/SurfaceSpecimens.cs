namespace Tedori.Tests.Codebase;

#pragma warning disable CA1000, CA1051, CA2211 // Shapes to print, not code to run.

public abstract class SurfaceSpecimen<T> : TextReader, IProgress<T>
{
    public const string Word = "a-b";
    public static readonly int? Number = 1;

    protected SurfaceSpecimen(T value, params string[] words)
    {
        State = value;
        Name = string.Concat(words);
    }

    public abstract IDictionary<string, object?>? Items { get; }

    public string Name { get; init; }

    protected T State { get; set; }

    public long this[string key] => key.Length;

    public virtual T Run<TIn>(TIn x, DayOfWeek d = DayOfWeek.Monday, Guid g = default)
        where TIn : class, new() => State;

    public void Report(T value) => State = value;

    public override string? ReadLine() => null;

    public override string ToString() => Name;

    [Obsolete("To be printed.")]
    public static implicit operator string(SurfaceSpecimen<T> value) => value.Name;

    internal void Hidden() => State = default!;
}

public record SurfaceRecord(string? Id = null, double Rate = 1);

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class SurfaceAttribute : Attribute;

public static class SurfaceExtensions
{
    public static bool TryParse(this string text, out int value) => int.TryParse(text, out value);
}

public delegate Task<bool> SurfaceHandler(SurfaceRecord? record);

public static class SurfaceOuter
{
    public enum Level
    {
        None = 0,
        Full = 4,
    }
}
