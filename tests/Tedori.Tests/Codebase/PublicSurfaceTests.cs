namespace Tedori.Tests.Codebase;

/// <summary>The printer on small types of every kind: held to its form where no listing is at hand.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void Class_OfEveryMember_IsPrintedAsListed() => AssertPrinted(
        typeof(SurfaceSpecimen<>),
        """
        public abstract class SurfaceSpecimen<T> : TextReader, IProgress<T>
            public const string Word = a-b
            public static readonly int? Number
            protected SurfaceSpecimen(T value, params string[] words)
            public abstract IDictionary<string, object?>? Items { get; }
            public string Name { get; init; }
            protected T State { get; protected set; }
            public long this[string key] { get; }
            public virtual T Run<TIn>(TIn x, DayOfWeek d = Monday, Guid g = default) where TIn : class, new()
            public void Report(T value)
            public override string? ReadLine()
            [Obsolete] public static string op_Implicit(SurfaceSpecimen<T> value)
        """);

    [Fact]
    public void Record_IsPrintedWithoutWhatItDeclaresByItself() => AssertPrinted(
        typeof(SurfaceRecord),
        """
        public record SurfaceRecord : IEquatable<SurfaceRecord>
            public SurfaceRecord(string? Id = null, double Rate = 1)
            protected SurfaceRecord(SurfaceRecord original)
            protected virtual Type EqualityContract { get; }
            public string? Id { get; init; }
            public double Rate { get; init; }
        """);

    [Fact]
    public void Attribute_ShowsItsUsage() => AssertPrinted(
        typeof(SurfaceAttribute),
        """
        [AttributeUsage(Class, Struct, AllowMultiple=True, Inherited=False)]
        public sealed class SurfaceAttribute : Attribute
            public SurfaceAttribute()
        """);

    [Fact]
    public void Static_ShowsWhatItExtends() => AssertPrinted(
        typeof(SurfaceExtensions),
        """
        public static class SurfaceExtensions
            public static bool TryParse(this string text, out int value)
        """);

    [Fact]
    public void Delegate_And_Enum_ArePrintedAsListed()
    {
        AssertPrinted(
            typeof(SurfaceHandler),
            """
            public delegate SurfaceHandler : MulticastDelegate
                Task<bool> Invoke(SurfaceRecord? record)
            """);
        AssertPrinted(
            typeof(SurfaceOuter.Level),
            """
            public enum SurfaceOuter.Level
                None=0, Full=4
            """);
    }

    [Fact]
    public void Listing_IsReadAsItIsPrinted()
    {
        var printed = PublicSurface.Of(typeof(SurfaceAttribute));
        string[] listing = ["// A package", "", $"namespace {printed.Namespace}:", .. Print(printed), ""];
        var read = Assert.Single(PackageListings.Parse(listing));
        Assert.Equal(Print(printed), Print(read));
        Assert.Equal("Tedori.Tests.Codebase.SurfaceAttribute", read.FullName);
    }

    /// <summary>The order in which metadata lists members is nobody's contract.</summary>
    private static void AssertPrinted(Type type, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n").Split('\n').Order(), Print(PublicSurface.Of(type)).Order());

    private static IEnumerable<string> Print(SurfaceType type) =>
        [.. type.Lines, .. type.Members.Select(m => "    " + m)];
}
