using Tedori.Programme.Alarms;
using Tedori.Programme.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Workflows.Alarms;

/// <summary>Turns an alarm into the bodies of a mail.</summary>
public interface IAlarmRenderer
{
    /// <summary>Renders. Pure: the same alarm gives the same bodies.</summary>
    /// <param name="mail">The alarm, or that it is over.</param>
    /// <param name="edition">Whose office signs.</param>
    Task<RenderedMail> RenderAsync(AlarmMail mail, Edition edition);
}
