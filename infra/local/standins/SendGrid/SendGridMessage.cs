#nullable disable
namespace SendGrid.Helpers.Mail;

public class SendGridMessage
{
    public SendGridMessage()
    {
    }

    public EmailAddress From { get; set; }

    public string Subject { get; set; }

    public List<Personalization> Personalizations { get; set; }

    public string PlainTextContent { get; set; }

    public string HtmlContent { get; set; }

    public Dictionary<string, string> Headers { get; set; }

    public Dictionary<string, string> CustomArgs { get; set; }

    public TrackingSettings TrackingSettings { get; set; }

    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null)
    {
        if (personalizationIndex != 0 || personalization is not null)
            throw new NotSupportedException("The stand-in sends to one recipient.");
        Personalizations ??= [new()];
        (Personalizations[0].Tos ??= []).Add(email);
    }

    public void AddGlobalHeader(string key, string value) => (Headers ??= [])[key] = value;

    public void AddGlobalCustomArg(string key, string value) => (CustomArgs ??= [])[key] = value;

    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new()).ClickTracking = new() { Enable = enable, EnableText = enableText };

    public void SetOpenTracking(bool enable, string substitutionTag = null)
    {
        if (substitutionTag is not null)
            throw new NotSupportedException("The stand-in tracks no opening.");
        (TrackingSettings ??= new()).OpenTracking = new() { Enable = enable };
    }

    public string Serialize(bool useDefaultSerialization = true) => MessageJson.Of(this);
}
