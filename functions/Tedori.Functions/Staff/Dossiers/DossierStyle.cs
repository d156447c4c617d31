namespace Tedori.Functions.Staff.Dossiers;

/// <summary>The style of the summary, which is a file of its own and is printed.</summary>
public static class DossierStyle
{
    /// <summary>The text.</summary>
    public const string Css = """
        body{margin:24px auto;max-width:960px;padding:0 16px;color:#1a1a1c;font:14px/1.7 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans",Meiryo,sans-serif}
        h1{font-size:22px}h2{font-size:18px;margin:24px 0 8px;border-bottom:2px solid #1a1a1c}
        table{border-collapse:collapse;width:100%}
        th,td{border:1px solid #949494;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead{display:table-header-group}tr{break-inside:avoid}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}dt{font-weight:700}dd{margin:0}
        .hash{font-family:monospace;font-size:11px}.bad{color:#a80000;font-weight:700}p{margin:4px 0}
        @page{margin:16mm}
        """;
}
