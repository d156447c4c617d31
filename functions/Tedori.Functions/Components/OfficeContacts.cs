using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Components;

/// <summary>How the office is reached now: of the programmes in which something is still ahead, the first that says so.</summary>
public sealed class OfficeContacts(EditionCatalog editions, IClock clock)
{
    /// <summary>It, or null where no programme file says.</summary>
    public OfficeContact? Current
    {
        get
        {
            var today = JapanTime.DateOf(clock.GetCurrentInstant());
            List<Edition> saying = [.. editions.All.Where(e => e.Contact is not null)];
            return (saying.FirstOrDefault(e => e.LastDate >= today) ?? saying.LastOrDefault())?.Contact;
        }
    }
}
