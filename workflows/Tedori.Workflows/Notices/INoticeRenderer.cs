using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>Turns a notice into the bodies of a mail.</summary>
public interface INoticeRenderer
{
    /// <summary>Renders. Pure: the same notice and link give the same bodies.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="link">The signed link to the case, or null where none is sent.</param>
    /// <param name="until">Until when the link works, or null where that is not known yet.</param>
    Task<RenderedMail> RenderAsync(Notice notice, Uri? link, Instant? until = null);
}
