using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Tedori.Functions.Languages;

namespace Tedori.Functions.Components;

/// <summary>Renders a component to HTML text, without a circuit and without script.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Renders.</summary>
    public async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        if (!typeof(TComponent).IsDefined(typeof(TranslatedAttribute), inherit: false))
            Reader.Current = Reader.Current.OfJapanesePage();
        await using var renderer = new HtmlRenderer(new WithoutNavigation(services), loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}

/// <summary>
/// The services without the one that knows the address of a circuit. The Functions host registers one that nothing
/// initialises, and a form without an address of its own would ask it.
/// </summary>
internal sealed class WithoutNavigation(IServiceProvider services) : IServiceProvider
{
    public object? GetService(Type serviceType) =>
        serviceType == typeof(NavigationManager) ? null : services.GetService(serviceType);
}
