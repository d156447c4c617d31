namespace Tedori.Season.Reporting;

/// <summary>The page's style sheet.</summary>
internal static class ReportStyle
{
    public const string Sheet = """

        :root { --key: #0017C1; --ink: #1A1A1C; --soft: #626264; --line: #949494; --ground: #F1F1F4;
          --held: #197A4B; --held-ground: #E6F5EC; --failed: #CE0000; --failed-ground: #FDEEEE; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 0 24px 64px; max-width: 1168px; color: var(--ink); background: #FFF;
          font: 16px/1.7 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif;
          letter-spacing: 0.02em; }
        header { padding: 40px 0 16px; border-bottom: 4px solid var(--key); }
        header p { margin: 8px 0; color: var(--soft); }
        h1 { margin: 0 0 16px; font-size: 32px; line-height: 1.5; }
        h2 { margin: 56px 0 24px; padding-left: 16px; border-left: 8px solid var(--key); font-size: 24px;
          line-height: 1.5; }
        p, dl, ul { margin: 0; }
        .summary { margin-bottom: 32px; padding: 16px 24px; border: 2px solid; border-left-width: 12px;
          border-radius: 8px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        .summary.held { border-color: var(--held); background: var(--held-ground); }
        .summary.failed { border-color: var(--failed); background: var(--failed-ground); }
        .summary ul { padding-left: 24px; overflow-wrap: anywhere; }
        .verdict { font-size: 24px; font-weight: bold; }
        .held .verdict, .mark.held { color: var(--held); }
        .failed .verdict, .mark.failed { color: var(--failed); }
        .mark { font-weight: bold; white-space: nowrap; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 16px; }
        .figures div { padding: 16px; border: 1px solid var(--line); border-radius: 8px; }
        .figures div:last-child { grid-column: span 2; }
        dt { color: var(--soft); font-size: 14px; }
        dd { margin: 0; font-size: 28px; font-weight: bold; line-height: 1.5; font-variant-numeric: tabular-nums; }
        dd span { margin-left: 4px; font-size: 16px; font-weight: normal; }
        .scroll { overflow-x: auto; }
        .scroll:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #FFD43D; }
        figure { margin: 0 0 48px; }
        figcaption, caption { padding: 0 0 12px; font-weight: bold; text-align: left; line-height: 1.5; }
        figcaption { font-size: 18px; }
        svg { display: block; width: 100%; min-width: 640px; max-width: 880px; height: auto; }
        svg text { font-size: 14px; letter-spacing: 0; fill: var(--ink); font-variant-numeric: tabular-nums; }
        svg .on-dark { fill: #FFF; font-weight: bold; }
        svg .strong, svg .on-strokes { font-weight: bold; stroke: #FFF; stroke-width: 5px; stroke-linejoin: round;
          paint-order: stroke; }
        svg .axis { stroke: var(--ink); stroke-width: 1.5; }
        svg .grid { stroke: #D8D8DB; stroke-width: 1; }
        svg .places { stroke: #C74700; stroke-width: 3; }
        svg .places-edge { stroke: #FFF; stroke-width: 6; }
        table { margin: 0 0 8px; border-collapse: collapse; font-size: 14px; line-height: 1.5; }
        th, td { padding: 8px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { background: var(--ground); vertical-align: bottom; text-align: right; word-break: keep-all; }
        thead th[scope=colgroup] { border-left: 1px solid var(--line); border-right: 1px solid var(--line);
          text-align: center; }
        th:first-child[scope=row], tr:first-child th:first-child { position: sticky; left: 0; text-align: left;
          white-space: nowrap; }
        tbody th, tfoot th { background: #FFF; }
        tfoot th, tfoot td { border-top: 2px solid var(--ink); font-weight: bold; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .note { margin: 0 0 32px; color: var(--soft); font-size: 14px; }
        .invariants { width: 100%; min-width: 600px; }
        .narrow { display: none; }
        .invariants thead th { text-align: left; }
        .invariants td { overflow-wrap: anywhere; }
        .invariants tbody th { min-width: 11em; overflow-wrap: break-word; }
        section .scroll + .scroll { margin-top: 40px; }
        @media (max-width: 600px) {
          body { padding: 0 16px 48px; }
          header { padding-top: 24px; }
          h1 { font-size: 24px; }
          h2 { margin-top: 40px; font-size: 20px; }
          dd { font-size: 24px; }
          .narrow { display: block; }
        }
        @media print {
          @page { size: A4; margin: 12mm; }
          body { padding: 0; max-width: none; font-size: 10pt; }
          h2 { margin: 24px 0 12px; break-after: avoid; }
          figure, tr, .summary { break-inside: avoid; }
          figure { margin-bottom: 24px; }
          thead { display: table-header-group; }
          tfoot { display: table-row-group; }
          .scroll { overflow: visible; }
          .narrow { display: none; }
          svg, .invariants { min-width: 0; }
          table { font-size: 7.5pt; letter-spacing: 0; }
          th, td { padding: 4px; }
          .figures { grid-template-columns: repeat(6, 1fr); gap: 8px; }
          .figures div { padding: 8px; }
          dd { font-size: 14pt; }
          th:first-child[scope=row], tr:first-child th:first-child { position: static; }
        }

        """;
}
