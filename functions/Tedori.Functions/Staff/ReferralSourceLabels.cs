using Tedori.Workflows.CaseFiles;

namespace Tedori.Functions.Staff;

/// <summary>Who led a company to a measure, in Japanese and as forms send it.</summary>
public static class ReferralSourceLabels
{
    /// <summary>Both, as a form offers them.</summary>
    public static IReadOnlyList<(string Value, string Text)> Options { get; } =
        [.. Enum.GetValues<ReferralSource>().Select(s => (KeyOf(s), Of(s)))];

    /// <summary>Who it is.</summary>
    public static string Of(ReferralSource source) => source switch
    {
        ReferralSource.Office => "事務局",
        ReferralSource.Chamber => "東京商工会議所",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown source."),
    };

    /// <summary>As a form sends it.</summary>
    public static string KeyOf(ReferralSource source) => source switch
    {
        ReferralSource.Office => "office",
        ReferralSource.Chamber => "chamber",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown source."),
    };

    /// <summary>What a form sent, or null where it is neither.</summary>
    public static ReferralSource? Find(string key)
    {
        foreach (var source in Enum.GetValues<ReferralSource>())
        {
            if (KeyOf(source) == key)
                return source;
        }

        return null;
    }
}
