using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Components;
using Tedori.Functions.Composition;

namespace Tedori.Tests.Pages;

public sealed class PageRendererTests
{
    [Fact]
    public async Task Render_OfAFormWithoutAnAddress_NeedsNoNavigationOfTheHost()
    {
        await using var services = new ServiceCollection().AddLogging().AddPages()
            .AddScoped<NavigationManager, NobodysNavigation>().BuildServiceProvider();

        Assert.Equal("<form></form>", await services.GetRequiredService<PageRenderer>().RenderAsync<Form>([]));
    }

    // As the Functions host has it: registered, and initialised by nobody.
    private sealed class NobodysNavigation : NavigationManager;

    private sealed class Form : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "form");
            builder.CloseElement();
        }
    }
}
