using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tedori.Functions.Http;

namespace Tedori.Functions.Papers;

/// <summary>Answers with a paper as PDF, or says that none can be printed here.</summary>
public sealed class PaperAnswers(PaperPdf pdf, Responses responses)
{
    /// <summary>Why there is no PDF, in Japanese.</summary>
    public const string NoFont = "PDFを作るための日本語の書体がこのサーバーにないため、画面を印刷してご利用ください。";

    /// <summary>The PDF; 503 where this machine has no font for it.</summary>
    public Task<IActionResult> PdfAsync(PrintedPaper paper, string name) => pdf.IsAvailable
        ? Task.FromResult<IActionResult>(new PdfResult(pdf.Print(paper), $"{name}.pdf"))
        : responses.MessageAsync(StatusCodes.Status503ServiceUnavailable, "PDFを作成できません", NoFont);
}
