namespace Tedori.Functions.Components;

/// <summary>What the pages behind a signed link add to the style sheet.</summary>
internal static class MyStyle
{
    public const string Css = """
        nav form{display:inline}
        nav button{background:none;color:#0017c1;font-weight:400;padding:12px 4px;text-decoration:underline;text-underline-offset:3px}
        nav button:hover{background:none;color:#00118f}
        .banner{margin:0 0 24px;padding:12px 16px;border:3px solid #a80000;font-weight:700}
        .banner p{margin:0}
        .steps{list-style:none;margin:0;padding:0}
        .steps>li{border-left:4px solid #949494;margin:0;padding:0 0 20px 20px}
        .steps>li.done{border-color:#115a36}
        .steps>li.now{border-color:#0017c1}
        .steps h3{font-size:18px;margin:0}
        .steps p{margin:0}
        .where{display:inline-block;margin-left:8px;padding:0 8px;border:1px solid #626264;border-radius:4px;font-size:14px;font-weight:400}
        .done .where{border-color:#115a36;color:#115a36}
        .now .where{border-color:#0017c1;background:#0017c1;color:#fff}
        h3{font-size:18px;line-height:1.5;margin:24px 0 8px}
        .item{border:1px solid #949494;border-radius:8px;padding:8px 16px;margin:0 0 16px;max-width:800px}
        .item .field{margin-bottom:16px}
        .row{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:8px 16px;align-items:end;margin:0;max-width:1100px}
        .row.rest{grid-template-columns:repeat(3,minmax(0,1fr));align-items:start}
        .line>legend{padding:0 8px}
        .line{border:1px solid #949494;border-radius:8px;padding:8px 16px;margin:0 0 16px;max-width:1100px}
        .line .field{margin-bottom:16px}
        .verdict{margin:0;padding:8px 12px;background:#f1f1f4}
        .verdict:empty{display:none}
        .saved{color:#4d4d4d;margin:0 0 16px}
        .paper dl{grid-template-columns:minmax(200px,max-content) 1fr;white-space:pre-wrap}
        .barcode{display:block;width:100%;max-width:420px;height:80px;border:1px solid #949494}
        .number{font-variant-numeric:tabular-nums}
        button.first{position:absolute;left:-9999px}
        .big{font-size:28px;font-weight:700;margin:0}
        .both{display:grid;grid-template-columns:1fr 1fr;gap:24px}
        .amount{margin:0 0 24px;padding:12px 16px;border:2px solid #0017c1;max-width:800px}
        .amount p{margin:0}
        .amount p:last-of-type{font-weight:700}
        @media (max-width:600px){.row,.row.rest,.both{grid-template-columns:minmax(0,1fr)}.paper dl{grid-template-columns:1fr}}
        @media print{header,.skip,.actions,.noprint{display:none}main{padding:0;max-width:none}.sheet{break-after:page}}
        """;
}
