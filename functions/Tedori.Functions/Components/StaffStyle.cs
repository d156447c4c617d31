using System.Security.Cryptography;
using System.Text;

namespace Tedori.Functions.Components;

/// <summary>What the console adds to the one style sheet: it is denser, because people work in it all day.</summary>
public static class StaffStyle
{
    /// <summary>The text.</summary>
    public const string Css = """
        body{font-size:15px;line-height:1.6}
        header{padding:4px 24px;gap:0 24px}
        header .who{margin:0 0 0 auto;display:flex;flex-wrap:wrap;gap:0 16px;align-items:center}
        header .who a{display:inline-block;padding:12px 4px}
        header nav a[aria-current]{font-weight:700;color:#1a1a1c;text-decoration:none;box-shadow:inset 0 -4px #0017c1}
        main{max-width:1440px;padding:16px 24px}
        h1{font-size:24px;margin:8px 0 16px}
        h2{font-size:19px;margin:32px 0 8px}
        h3{font-size:16px;margin:24px 0 8px}
        th,td{padding:6px 10px}
        td.wide{min-width:12em}
        td.why,td.act{white-space:normal;min-width:min(20em,50vw);overflow-wrap:anywhere}
        tr.late td:first-child,tr.late th:first-child{box-shadow:inset 4px 0 #a80000}
        .state{display:inline-block;margin:0;padding:0 8px;border:1px solid currentcolor;border-radius:4px;white-space:nowrap}
        .state.late{color:#a80000;font-weight:700}
        .state.soon{color:#6d5200}
        .state.fine{color:#115d33}
        .filters{display:grid;grid-template-columns:repeat(auto-fill,minmax(168px,1fr));gap:8px 16px;align-items:end;margin:0 0 16px}
        .filters label{display:block;font-weight:700}
        .filters .text{grid-column:span 2}
        .row{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:8px 0}
        .row form{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:end}
        .row p{margin:0}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:0 32px}
        .facts dl{gap:4px 16px;align-content:start}
        .tabs{margin:16px 0;border-bottom:1px solid #949494}
        .tabs a{padding:12px 8px}
        .two{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:16px 32px}
        .two>*{min-width:0}
        .mails pre{margin-top:0}
        .mails iframe{display:block;width:100%;height:640px;border:1px solid #949494;background:#fff}
        .mails .long{height:1120px}
        .mails .longer{height:2000px}
        .changed{background:#fffae6;font-weight:700}
        .hash{font-family:monospace;font-size:13px;overflow-wrap:anywhere}
        .quiet{color:#4d4d4d}
        .timeline{list-style:none;margin:0;padding:0}
        .timeline li{padding:8px 0 8px 16px;border-left:3px solid #949494}
        .timeline p{margin:0}
        details summary{padding:8px 0;min-height:44px}
        .keys{margin:48px 0 0;border-top:1px solid #949494;color:#4d4d4d}
        .keys kbd{padding:0 6px;border:1px solid #626264;border-radius:4px;background:#f1f1f4}
        .file+.quiet{margin-left:8px}
        .chart{display:block;width:100%;min-width:640px;max-width:900px;height:auto}
        figure{margin:24px 0;max-width:900px}
        figcaption{font-weight:700}
        .legend{display:flex;flex-wrap:wrap;gap:4px 24px;margin:4px 0 8px;padding:0;list-style:none}
        .legend svg{vertical-align:-1px}
        .figures th.group{background:#f8f8fb}
        .numbers{display:flex;flex-wrap:wrap;gap:8px 32px;margin:0 0 16px;padding:0;list-style:none}
        .numbers b{font-size:20px;font-variant-numeric:tabular-nums}
        @media (max-width:600px){header,main{padding:8px 16px}header .who{margin:0}.filters .text{grid-column:auto}}
        """;

    /// <summary>Its digest in the form that a content security policy names it.</summary>
    public static readonly string Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
