namespace Tedori.Functions.Components;

/// <summary>The pages that explain, as links at the end of every page for companies.</summary>
public static class SitePlaces
{
    /// <summary>Address and name, in order.</summary>
    public static readonly IReadOnlyList<(string Path, string Name)> Footer =
    [
        ("/guide", "申請の手引き"), ("/check", "申請できるか確かめる"), ("/faq", "よくある質問"), ("/glossary", "用語"),
        ("/kit", "周知・広報の素材"), ("/open-data", "オープンデータ"),
        ("/privacy", "個人情報の取扱い"), ("/accessibility", "アクセシビリティ"),
    ];
}
