using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Tedori.Functions.Applicants.Uploads;
using Tedori.Functions.Components;
using Tedori.Functions.Components.Forms;
using Tedori.Programme;
using Tedori.Workflows.Evidence;

namespace Tedori.BrowserTests.Evidence;

/// <summary>The upload form on a page of its own, with short waits between tries.</summary>
public sealed class UploadPage : ComponentBase
{
    [Parameter]
    public CaseId CaseId { get; set; }

    [Parameter]
    public IReadOnlyList<ListedFile> Files { get; set; } = [];

    [Parameter]
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Shell>(0);
        builder.AddComponentParameter(1, nameof(Shell.Title), "企業情報の登録");
        builder.AddComponentParameter(2, nameof(Shell.Heading), "公益財団法人東京しごと財団");
        builder.AddComponentParameter(3, nameof(Shell.ChildContent), (RenderFragment)Field);
        builder.CloseComponent();
    }

    private void Field(RenderTreeBuilder builder)
    {
        builder.OpenElement(10, "form");
        builder.AddAttribute(11, "id", "filing");
        builder.AddAttribute(12, "method", "post");
        builder.AddAttribute(13, "action", $"/my/{CaseId}");
        builder.OpenComponent<TokenField>(14);
        builder.AddComponentParameter(15, nameof(TokenField.Token), new FormToken("token", "the-token"));
        builder.CloseComponent();
        builder.OpenComponent<EvidenceField>(0);
        builder.AddComponentParameter(6, nameof(EvidenceField.Form), "filing");
        builder.AddComponentParameter(7, nameof(EvidenceField.Heading), "書類のアップロード");
        builder.AddComponentParameter(1, nameof(EvidenceField.CaseId), CaseId);
        builder.AddComponentParameter(2, nameof(EvidenceField.Files), Files);
        builder.AddComponentParameter(3, nameof(EvidenceField.Errors), Errors);
        builder.AddComponentParameter(4, nameof(EvidenceField.Patience), "0.05");
        builder.AddComponentParameter(5, nameof(EvidenceField.Token), new FormToken("token", "the-token"));
        builder.CloseComponent();
        builder.CloseElement();
    }
}
