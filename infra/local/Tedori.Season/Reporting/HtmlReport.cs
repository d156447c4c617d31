using Tedori.Functions.Components;
using Tedori.Season.Reporting.Pages;

namespace Tedori.Season.Reporting;

/// <summary>Shows a season as one page that needs nothing else.</summary>
internal sealed class HtmlReport(PageRenderer pages)
{
    /// <summary>The page.</summary>
    public Task<string> OfAsync(SeasonReport report, RunFigures figures) => pages.RenderAsync<ReportPage>(new()
    {
        [nameof(ReportPage.Report)] = report,
        [nameof(ReportPage.Figures)] = figures,
    });
}
