namespace Tedori.Tests.Staff;

/// <summary>Every HTTP route with who may use it. A route that is not here fails the tests.</summary>
internal static class RouteTable
{
    public static readonly IReadOnlyDictionary<string, Audience> Rows = new Dictionary<string, Audience>
    {
        ["GET {ignored:maxlength(0)?}"] = Audience.Everybody,
        ["GET healthz"] = Audience.Everybody,
        ["GET assets/upload.js"] = Audience.Everybody,
        ["GET assets/staff.js"] = Audience.Everybody,
        ["GET my/open"] = Audience.Everybody,
        ["POST my/open"] = Audience.Everybody,
        ["POST mail/events"] = Audience.KeyHolder,
        ["GET staff"] = Audience.Viewer,
        ["POST staff/tasks"] = Audience.Reviewer,
        ["GET staff/sign-out"] = Audience.Viewer,
        ["GET staff/cases"] = Audience.Viewer,
        ["GET staff/cases.csv"] = Audience.Viewer,
        ["POST staff/filters"] = Audience.Viewer,
        ["GET staff/cases/{id}"] = Audience.Viewer,
        ["GET staff/cases/{id}/files/{sha256}"] = Audience.Viewer,
        ["GET staff/cases/{id}/dossier.zip"] = Audience.Reviewer,
        ["POST staff/cases/{id}/notes"] = Audience.Reviewer,
        ["POST staff/cases/{id}/assign"] = Audience.Reviewer,
        ["POST staff/cases/{id}/checklist"] = Audience.Reviewer,
        ["GET staff/rounds"] = Audience.Viewer,
        ["GET staff/rounds.csv"] = Audience.Viewer,
        ["GET staff/audit"] = Audience.Auditor,
        ["GET staff/audit.csv"] = Audience.Auditor,
    };
}
