using System.Security.Cryptography;
using System.Text;

namespace Tedori.Functions.Components;

/// <summary>The one style sheet, which stands in the page itself.</summary>
public static class ShellStyle
{
    /// <summary>The text.</summary>
    public const string Css = """
        *{box-sizing:border-box}
        body{margin:0;color:#1a1a1c;background:#fff;font:16px/1.7 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans",Meiryo,sans-serif}
        header{padding:16px 24px;border-bottom:1px solid #949494;display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center}
        .name{margin:0;font-weight:700}
        nav ul{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 16px;list-style:none;margin:0;padding:0}
        nav a{display:inline-block;padding:12px 4px}
        .languages{display:flex;flex-wrap:wrap;gap:8px}
        .languages button{padding:8px 12px;background:#fff;color:#0017c1;font-weight:400;text-decoration:underline;text-underline-offset:3px}
        .languages button:hover{background:#f1f1f4}
        .languages button[aria-current]{color:#1a1a1c;font-weight:700;text-decoration:none;box-shadow:inset 0 -4px #0017c1;border-radius:0}
        .languages button:focus-visible{background-color:#ffd43d;color:#1a1a1c}
        .translated .cards td,.translated .cards th{white-space:normal}
        [lang=en] :is(dt,th)::first-letter{text-transform:uppercase}
        @media (min-width:601px){.translated main dl{grid-template-columns:fit-content(70%) minmax(0,1fr)}}
        .binds{flex-basis:100%;margin:0;color:#4d4d4d}
        main{max-width:1200px;margin:0 auto;padding:24px}
        h1{font-size:28px;line-height:1.5;margin:0 0 24px}
        h2{font-size:22px;line-height:1.5;margin:40px 0 16px}
        a{color:#0017c1;text-underline-offset:3px}
        a:focus-visible,button:focus-visible{outline:4px solid #000;outline-offset:2px;background-color:#ffd43d}
        .lead{margin:0 0 24px;padding:12px 16px;border-left:8px solid #0017c1;background:#f1f1f4;font-weight:700}
        .lead p{margin:0}
        main p,.names li{overflow-wrap:anywhere}
        .scroll{overflow-x:auto;max-width:100%;background:linear-gradient(to right,#fff 50%,#fff0) 0 0/48px 100% no-repeat local,linear-gradient(to left,#fff 50%,#fff0) 100% 0/48px 100% no-repeat local,linear-gradient(to right,#0004,#0000) 0 0/12px 100% no-repeat scroll,linear-gradient(to left,#0004,#0000) 100% 0/12px 100% no-repeat scroll}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:700;padding:8px 0}
        th,td{border-bottom:1px solid #949494;padding:8px 12px;text-align:left;vertical-align:top;white-space:nowrap}
        thead th{background:#f1f1f4}
        td.wide{white-space:normal;overflow-wrap:anywhere}
        td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
        button{min-height:48px;padding:8px 24px;border:0;border-radius:8px;background:#0017c1;color:#fff;font:inherit;font-weight:700;cursor:pointer}
        button:hover{background:#00118f}
        dl{display:grid;grid-template-columns:fit-content(50%) minmax(0,1fr);gap:8px 24px;margin:0}
        dt{font-weight:700}
        dd{margin:0;overflow-wrap:anywhere}
        h3{font-size:18px;line-height:1.6;margin:32px 0 12px}
        code{overflow-wrap:anywhere;font-size:15px}
        section label{display:block;font-weight:700}
        section .support{display:block}
        .downloads li{margin:0 0 8px}
        .result p{margin:0;padding:8px 16px;border-left:8px solid #0017c1;background:#f1f1f4;font-weight:700;overflow-wrap:anywhere}
        form{margin:0}
        fieldset{border:0;margin:0 0 32px;padding:0;min-width:0}
        legend{font-weight:700;padding:0}
        legend:has(+.field){font-size:18px}
        legend+.field{margin-top:16px}
        .field{margin:0 0 32px;max-width:800px}
        .field label,.field legend{display:block;font-weight:700}
        .field.check label,.field .option{display:flex;gap:12px;align-items:flex-start;font-weight:400;min-height:48px;padding:8px 0}
        .field.check{margin-bottom:8px}
        .mark{display:inline-block;margin-left:8px;padding:0 8px;border-radius:4px;font-size:14px}
        .mark.must{background:#fff;color:#a80000;border:1px solid #a80000}
        .mark.may{background:#fff;color:#626264;border:1px solid #626264}
        .support{margin:0;color:#4d4d4d}
        section>.support{margin-bottom:8px}
        .field>input,.field>select,.field>textarea{margin-top:8px}
        .error{margin:8px 0 0;color:#a80000;font-weight:700}
        .field.wrong{border-left:6px solid #a80000;padding-left:16px}
        .errors{margin:0 0 32px;padding:16px 24px;border:3px solid #a80000}
        .errors h2{margin:0 0 8px;color:#a80000;font-size:20px}
        .errors ul{margin:0;padding-left:20px}.errors a{color:#a80000;display:block;padding:4px 0}
        input[type=text],input[type=email],input[type=tel],input[type=number],input[type=date],input[type=time],input[type=search],input[type=password],select,textarea{width:100%;min-height:48px;padding:8px 12px;border:1px solid #626264;border-radius:8px;background:#fff;color:inherit;font:inherit}
        textarea{display:block;max-width:48em}
        .w8{max-width:8em}.w16{max-width:16em}.w24{max-width:24em}.w32{max-width:32em}
        input[type=checkbox],input[type=radio]{flex:none;width:24px;height:24px;margin:4px 0 0;accent-color:#0017c1}
        input[type=file]{min-height:48px;font:inherit;max-width:100%}
        input[type=file]::file-selector-button{min-height:48px;margin-right:16px;padding:8px 24px;border:2px solid #0017c1;border-radius:8px;background:#fff;color:#0017c1;font:inherit;font-weight:700;cursor:pointer}
        .files{list-style:none;margin:0 0 24px;padding:0;max-width:800px}
        .files li{padding:16px 0;border-bottom:1px solid #949494;overflow-wrap:anywhere}
        .files .file{font-weight:700}
        .files .digest{display:block;margin-bottom:8px;font-size:14px;color:#4d4d4d}
        .error p{margin:0 0 8px}
        .upload{max-width:800px;margin:24px 0}
        input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible,[tabindex="0"]:focus-visible,input[type=date]:focus-within,input[type=time]:focus-within{outline:4px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #ffd43d}
        .actions{display:flex;flex-wrap:wrap;gap:16px;margin:32px 0}
        button.second,a.button.second{background:#fff;color:#0017c1;border:2px solid #0017c1}
        button.danger{background:#a80000}
        a.button{display:inline-flex;align-items:center;min-height:48px;padding:8px 24px;border-radius:8px;background:#0017c1;color:#fff;font-weight:700;text-decoration:none}
        button:focus-visible,button.second:focus-visible,button.danger:focus-visible,a.button:focus-visible{background-color:#ffd43d;color:#1a1a1c}
        .notice{margin:0 0 24px;padding:12px 16px;border:2px solid #947000;background:#fffae6}
        .notice p{margin:0}
        .clock{font-weight:700;font-variant-numeric:tabular-nums}
        .state{display:inline-block;margin-left:8px;padding:0 12px;border:2px solid #1a1a1c;border-radius:4px}
        .state.on{background:#115a36;border-color:#115a36;color:#fff}
        .digest{font-family:monospace;overflow-wrap:anywhere}
        .rule{color:#4d4d4d;font-size:14px}
        footer{max-width:1200px;margin:48px auto 0;padding:24px;border-top:1px solid #949494}
        footer h2{margin-top:0;font-size:18px}
        footer address{font-style:normal}
        footer a{display:inline-block;padding:12px 4px}
        footer ul,.contents{display:flex;flex-wrap:wrap;gap:0 24px;list-style:none;margin:16px 0 0;padding:0}
        .flow li{margin:0 0 16px}
        .selfcheck .advice,.selfcheck .answer{display:none}
        .selfcheck .option label{flex:1;padding:0 0 8px;font-weight:400}
        .selfcheck fieldset:has([value=no]:checked) .advice,.selfcheck:has([value=no]:checked) .bad{display:block}
        .selfcheck:valid:not(:has([value=no]:checked)) .good{display:block}
        .advice,.answer{padding:12px 16px;border-left:8px solid #0017c1;background:#f1f1f4}
        .skip{position:absolute;left:-999px}
        .skip:focus{left:8px;top:8px;background:#ffd43d;padding:8px;z-index:1}
        summary{min-height:48px;padding:12px 0;cursor:pointer;font-weight:700}
        progress{width:100%;height:16px}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f1f1f4;padding:16px}
        @media (max-width:600px){header,main,footer{padding:16px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:12px}h1{font-size:24px}
        .cards thead{position:absolute;left:-9999px}.cards tr,.cards th,.cards td{display:block;border:0;padding:2px 0}.cards tr{border-bottom:1px solid #949494;padding:12px 0}.cards td,.cards th{white-space:normal;overflow-wrap:anywhere}.cards .number{text-align:left}.cards .empty{display:none}
        .cards [data-label]::before{content:attr(data-label);display:block;font-weight:700}.cards .number::before{display:inline;margin-right:8px}}
        """ + "\n" + MyStyle.Css;

    /// <summary>Its digest in the form that a content security policy names it.</summary>
    public static readonly string Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}

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
        .reading{margin:4px 0 0;font-size:14px;color:#4d4d4d}
        .reading:empty{display:none}
        .mark.there{background:#115a36;color:#fff;border:1px solid #115a36}
        .sections{list-style:none;margin:0 0 24px;padding:0;max-width:800px}
        .sections li{padding:12px 0;border-bottom:1px solid #949494}
        .sections a{display:inline-block;padding:8px 0;font-weight:700}
        .change{font-size:16px;font-weight:400;margin-left:16px}
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
