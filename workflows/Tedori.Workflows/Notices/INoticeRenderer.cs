using Tedori.Programme.Notices;

namespace Tedori.Workflows.Notices;

/// <summary>Turns a notice into the bodies of a mail.</summary>
public interface INoticeRenderer
{
    /// <summary>Renders. Pure: the same notice gives the same bodies.</summary>
    Task<RenderedMail> RenderAsync(Notice notice);
}
