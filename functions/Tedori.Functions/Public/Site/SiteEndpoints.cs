using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Public.Site;

/// <summary>The pages that explain the programme and this site. They read nothing but the programme file.</summary>
public sealed class SiteEndpoints(RequestPipeline pipeline, Responses responses, EditionCatalog editions)
{
    /// <summary>Who may apply, what is paid, the steps, the documents, the draw and the post.</summary>
    [Function("Guide")]
    public Task<IActionResult> GuideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "guide")] HttpRequest request) =>
        ShowAsync(request, "guide");

    /// <summary>Questions and answers.</summary>
    [Function("Faq")]
    public Task<IActionResult> FaqAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "faq")] HttpRequest request) =>
        ShowAsync(request, "faq");

    /// <summary>The terms of the guideline.</summary>
    [Function("Glossary")]
    public Task<IActionResult> GlossaryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "glossary")] HttpRequest request) =>
        ShowAsync(request, "glossary");

    /// <summary>The privacy notice.</summary>
    [Function("Privacy")]
    public Task<IActionResult> PrivacyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "privacy")] HttpRequest request) =>
        ShowAsync(request, "privacy");

    /// <summary>The accessibility statement.</summary>
    [Function("Accessibility")]
    public Task<IActionResult> AccessibilityAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "accessibility")] HttpRequest request) =>
        ShowAsync(request, "accessibility");

    /// <summary>Whether a company may apply, by questions that are answered in the browser only.</summary>
    [Function("SelfCheck")]
    public Task<IActionResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "check")] HttpRequest request) =>
        pipeline.PublicAsync(request, page => responses.PageAsync<SelfCheckPage>(
            SiteModel.At("guide", editions.All, page.ReceivedAt).Edition));

    private Task<IActionResult> ShowAsync(HttpRequest request, string name) =>
        pipeline.PublicAsync(request, page => responses.PageAsync<SitePage>(
            SiteModel.At(name, editions.All, page.ReceivedAt)));
}
