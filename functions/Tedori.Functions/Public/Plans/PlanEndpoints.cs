using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Public.Plans;

/// <summary>
/// The cooperation plan of Tokyo and the chamber for companies: by area, by measure, by item. Addresses with the id of a
/// plan hold for good; those without lead to the plan that holds now.
/// </summary>
public sealed class PlanEndpoints(RequestPipeline pipeline, Responses responses, PlanCatalog plans)
{
    // An id such as r7, in a route: everything else is a number of an area, or is not there.
    private const string OfYear = @"plan/{plan:regex(^\D\d+$)}";

    // Digits alone: "-1" and "+1" would be both, and no route may be two.
    private const string OfArea = @"plan/{area:int:regex(^\d+$)}";

    /// <summary>Shows the plan that holds now, or what a search finds in it.</summary>
    [Function("Plan")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plan")] HttpRequest request) =>
        pipeline.PublicAsync(request, page => OverviewAsync(request, plans.At(page.ReceivedAt)));

    /// <summary>Shows the plan of one year.</summary>
    [Function("PlanOfYear")]
    public Task<IActionResult> ShowOfYearAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfYear)] HttpRequest request, string plan) =>
        pipeline.PublicAsync(
            request, _ => plans.Find(plan) is { } found ? OverviewAsync(request, found) : AbsentAsync());

    /// <summary>Shows an area of the plan that holds now.</summary>
    [Function("PlanArea")]
    public Task<IActionResult> ShowAreaAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfArea)] HttpRequest request,
        int area) =>
        pipeline.PublicAsync(request, page => AreaAsync(request, plans.At(page.ReceivedAt), area));

    /// <summary>Shows an area of one year's plan.</summary>
    [Function("PlanAreaOfYear")]
    public Task<IActionResult> ShowAreaOfYearAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plan/{plan}/{area:int}")] HttpRequest request,
        string plan, int area) =>
        pipeline.PublicAsync(request, _ => AreaAsync(request, plans.Find(plan), area));

    /// <summary>Shows the measures that fit an item of the programme.</summary>
    [Function("PlanItem")]
    public Task<IActionResult> ShowItemAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plan/{plan}/items/{item:int}")]
        HttpRequest request, string plan, int item) =>
        pipeline.PublicAsync(request, _ => ItemAsync(request, plans.Find(plan), item));

    /// <summary>Shows a measure.</summary>
    [Function("PlanMeasure")]
    public Task<IActionResult> ShowMeasureAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plan/{plan}/{area:int}/{side}/{letter}")]
        HttpRequest request, string plan, string area, string side, string letter) =>
        pipeline.PublicAsync(request, _ => MeasureId.TryParse(plan, area, side, letter, out var id)
            ? MeasureAsync(request, plans.Find(plan), id)
            : AbsentAsync());

    private Task<IActionResult> OverviewAsync(HttpRequest request, Plan plan)
    {
        var query = request.Query["q"].ToString();
        var refusal = MeasureSearch.Refuse(query);
        var found = refusal is null && !string.IsNullOrWhiteSpace(query) ? plans.Search(plan, query) : null;
        IReadOnlyList<FieldError> errors = refusal is null ? [] : [new("q", refusal.Text)];
        var items = plans.EditionOf(plan)?.Items ?? [];
        return PublishAsync<PlanPage>(
            request, new PlanModel(plan, [.. plans.All.Where(p => p != plan)], items, query, found, errors),
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private Task<IActionResult> AreaAsync(HttpRequest request, Plan? plan, int number) =>
        plan?.FindArea(number) is { } area
            ? PublishAsync<PlanAreaPage>(request, new PlanAreaModel(plan, area))
            : AbsentAsync();

    private Task<IActionResult> ItemAsync(HttpRequest request, Plan? plan, int number)
    {
        if (plan is null || plans.EditionOf(plan)?.FindItem(number) is not { } item)
            return AbsentAsync();
        List<(Measure, string)> measures = [.. plan.For(number).Select(m => (m, m.FitOf(number)!))];
        return PublishAsync<PlanItemPage>(request, new PlanItemModel(plan, item, measures));
    }

    private Task<IActionResult> MeasureAsync(HttpRequest request, Plan? plan, MeasureId id)
    {
        if (plan?.Find(id) is not { } measure)
            return AbsentAsync();
        var items = measure.Fits.SelectMany(f => f.Items).Order()
            .Select(i => (plans.ItemOf(plan, i), measure.FitOf(i)!));
        return PublishAsync<MeasurePage>(
            request, new MeasureModel(plan, plan.FindArea(id.Area)!, measure, [.. items]));
    }

    // The same for everybody, and a plan changes once a year.
    private async Task<IActionResult> PublishAsync<TPage>(
        HttpRequest request, object model, int status = StatusCodes.Status200OK)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        (await responses.PageAsync<TPage>(model, status)).KeptByAll(request);

    private Task<IActionResult> AbsentAsync() =>
        responses.PageAsync<PlanAbsentPage>(plans.All, StatusCodes.Status404NotFound);
}
