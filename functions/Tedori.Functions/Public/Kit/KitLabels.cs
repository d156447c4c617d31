namespace Tedori.Functions.Public.Kit;

/// <summary>The words of the kit.</summary>
public static class KitLabels
{
    /// <summary>What goes out.</summary>
    public static string Of(KitChannel channel) => channel switch
    {
        KitChannel.Newsletter => "メールマガジン",
        KitChannel.Newspaper => "東商新聞(入稿)",
        KitChannel.Leaflet => "経営指導員によるちらしの配布",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Unknown channel."),
    };

    /// <summary>A text of a newspaper by its length.</summary>
    public static string OfLength(string length) => length switch
    {
        "short" => "短い記事",
        "medium" => "中くらいの記事",
        "long" => "長い記事",
        _ => throw new ArgumentOutOfRangeException(nameof(length), length, "Unknown length."),
    };

    /// <summary>The file of a channel to begin with.</summary>
    public static string FileOf(KitChannel channel) => channel switch
    {
        KitChannel.Newsletter => "newsletter.txt",
        KitChannel.Newspaper => "newspaper-medium.txt",
        KitChannel.Leaflet => "leaflet.pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Unknown channel."),
    };
}
