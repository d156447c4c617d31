#nullable disable
namespace SendGrid.Helpers.Mail;

public class TrackingSettings
{
    public TrackingSettings()
    {
    }

    public ClickTracking ClickTracking { get; set; }

    public OpenTracking OpenTracking { get; set; }
}
