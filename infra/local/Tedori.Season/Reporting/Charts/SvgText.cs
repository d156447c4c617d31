using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Tedori.Season.Reporting.Charts;

/// <summary>Text of a drawing. Razor keeps the element of this name for itself, so it is opened here.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired] public Shape.Label Label { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Digits.Place(Label.X));
        builder.AddAttribute(2, "y", Digits.Place(Label.Baseline));
        builder.AddAttribute(3, "text-anchor", Label.Anchor);
        builder.AddAttribute(4, "class", Label.Style);
        builder.AddContent(5, Label.Words);
        builder.CloseElement();
    }
}
