using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Papers;

/// <summary>Answers with a paper as PDF, or says that none can be printed here.</summary>
public sealed class PaperAnswers(PaperPdf pdf, Responses responses)
{
    /// <summary>Why there is no PDF.</summary>
    public static string NoFont => Say("PDFを作るための日本語の書体がこのサーバーにないため、画面を印刷してご利用ください。");

    /// <summary>The PDF, in Japanese whoever asks: it is kept and handed on; 503 where this machine has no font for it.</summary>
    public Task<IActionResult> PdfAsync(Func<PrintedPaper> paper, string name) => pdf.IsAvailable
        ? Task.FromResult<IActionResult>(new PdfResult(pdf.Print(Reader.InJapanese(paper)), $"{name}.pdf"))
        : responses.MessageAsync(StatusCodes.Status503ServiceUnavailable, Say("PDFを作成できません"), NoFont);
}
