using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Components;

/// <summary>The pages that explain, as links at the end of every page for companies.</summary>
public static class SitePlaces
{
    /// <summary>Address and name, in order.</summary>
    public static IReadOnlyList<(string Path, string Name)> Footer =>
    [
        ("/guide", Say("申請の手引き")), ("/check", Say("申請できるか確かめる")), ("/faq", Say("よくある質問")), ("/glossary", Say("用語")),
        ("/kit", Say("周知・広報の素材")), ("/open-data", Say("オープンデータ")),
        ("/privacy", Say("個人情報の取扱い")), ("/accessibility", Say("アクセシビリティ")),
    ];
}
