using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Tedori.Functions.Public.Absence;

/// <summary>Which methods each address takes, by the routes that there are.</summary>
/// <param name="routes">Templates and their methods.</param>
public sealed class RouteMethods(IEnumerable<(string Template, IEnumerable<string> Methods)> routes)
{
    private static readonly DefaultInlineConstraintResolver Resolver = new(
        Options.Create(Constraints()), new ServiceCollection().BuildServiceProvider());

    private static readonly string[] OfLinks = ["/my/open", "/contact/confirm"];

    private readonly Route[] all = [.. routes.Select(r => new Route(r.Template, r.Methods))];

    /// <summary>Of the app: all its functions but those that answer for what no other has.</summary>
    public static RouteMethods OfFunctions { get; } = new(typeof(RouteMethods).Assembly.GetTypes()
        .Where(t => t != typeof(AbsentEndpoints))
        .SelectMany(t => t.GetMethods())
        .SelectMany(m => m.GetParameters())
        .Select(p => p.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>()
        .Select(t => (t.Route!, t.Methods!.AsEnumerable())));

    /// <summary>The methods that an address takes; none where it is of no route.</summary>
    /// <param name="path">The path.</param>
    public IReadOnlyList<string> Of(PathString path) =>
        [.. all.Where(r => r.Matches(path)).SelectMany(r => r.Methods).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The address itself where it can be shown, else the nearest above it that can.</summary>
    /// <param name="address">A path of this site, perhaps with a query.</param>
    public string Shown(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var path = address.Split('?', '#')[0];
        if (IsShown(path, address.Contains('?', StringComparison.Ordinal)))
            return address;
        while (path.LastIndexOf('/') is > 0 and var end)
        {
            path = path[..end];
            if (IsShown(path, hasQuery: false) && Of(PathString.FromUriComponent(path)).Count > 0)
                return path;
        }

        return "/";
    }

    // What only a link of a mail opens is nothing without it. What there is not is told so there.
    private bool IsShown(string path, bool hasQuery) =>
        (hasQuery || !OfLinks.Contains(path, StringComparer.OrdinalIgnoreCase))
        && Of(PathString.FromUriComponent(path)) is var methods && (methods.Count == 0 || methods.Contains(HttpMethods.Get));

    // Routes may say what they match by a regular expression.
    private static RouteOptions Constraints()
    {
        var options = new RouteOptions();
        options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
        return options;
    }

    private sealed class Route(string route, IEnumerable<string> methods)
    {
        private readonly TemplateMatcher matcher = new(TemplateParser.Parse(route), []);
        private readonly (string Name, IRouteConstraint Constraint)[] constraints = [.. TemplateParser.Parse(route).Parameters
            .SelectMany(p => p.InlineConstraints.Select(c => (p.Name!, Resolver.ResolveConstraint(c.Constraint)!)))];

        public IReadOnlyList<string> Methods { get; } = [.. methods.Select(m => m.ToUpperInvariant())];

        public bool Matches(PathString path)
        {
            var values = new RouteValueDictionary();
            return matcher.TryMatch(path, values) && constraints.All(c => !values.ContainsKey(c.Name)
                || c.Constraint.Match(null, null, c.Name, values, RouteDirection.IncomingRequest));
        }
    }
}
