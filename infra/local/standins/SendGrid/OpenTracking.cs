#nullable disable
namespace SendGrid.Helpers.Mail;

public class OpenTracking
{
    public OpenTracking()
    {
    }

    public bool? Enable { get; set; }
}
