using System.Security.Cryptography;
using System.Text;

namespace Tedori.Pages;

/// <summary>The one style sheet, which stands in the page itself.</summary>
public static class ShellStyle
{
    /// <summary>The text.</summary>
    public const string Css = """
        *{box-sizing:border-box}
        body{margin:0;color:#1a1a1c;background:#fff;font:16px/1.7 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans",Meiryo,sans-serif}
        header{padding:16px 24px;border-bottom:1px solid #949494;display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center}
        .name{margin:0;font-weight:700}
        nav ul{display:flex;flex-wrap:wrap;gap:8px 16px;list-style:none;margin:0;padding:0}
        nav a{display:inline-block;padding:12px 4px}
        main{max-width:1200px;margin:0 auto;padding:24px}
        h1{font-size:28px;line-height:1.5;margin:0 0 24px}
        h2{font-size:22px;line-height:1.5;margin:40px 0 16px}
        a{color:#0017c1;text-underline-offset:3px}
        a:focus-visible,button:focus-visible,.scroll:focus-visible{outline:4px solid #000;outline-offset:2px;background-color:#ffd43d}
        .lead{margin:0 0 24px;padding:12px 16px;border-left:8px solid #0017c1;background:#f1f1f4;font-weight:700}
        .lead p{margin:0}
        .scroll{overflow-x:auto;max-width:100%}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:700;padding:8px 0}
        th,td{border-bottom:1px solid #949494;padding:8px 12px;text-align:left;vertical-align:top;white-space:nowrap}
        thead th{background:#f1f1f4}
        td.wide{white-space:normal;overflow-wrap:anywhere}
        td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
        button{min-height:48px;padding:8px 24px;border:0;border-radius:8px;background:#0017c1;color:#fff;font:inherit;font-weight:700;cursor:pointer}
        button:hover{background:#00118f}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:8px 24px;margin:0}
        dt{font-weight:700}
        dd{margin:0;overflow-wrap:anywhere}
        h3{font-size:18px;line-height:1.6;margin:32px 0 12px}
        code{overflow-wrap:anywhere;font-size:15px}
        summary{min-height:48px;padding:12px 0;cursor:pointer;color:#0017c1;text-decoration:underline;text-underline-offset:3px}
        summary:focus-visible,input:focus-visible{outline:4px solid #000;outline-offset:2px;background-color:#ffd43d}
        label{display:block;font-weight:700}
        .support{display:block}
        input[type=file]{min-height:48px;font:inherit;max-width:100%;padding:8px 0}
        .downloads li{margin:0 0 8px}
        .result p{margin:0;padding:8px 16px;border-left:8px solid #0017c1;background:#f1f1f4;font-weight:700;overflow-wrap:anywhere}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f1f1f4;padding:16px}
        @media (max-width:600px){main{padding:16px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:12px}h1{font-size:24px}}
        """;

    /// <summary>Its digest in the form that a content security policy names it.</summary>
    public static readonly string Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
