using Tedori.Functions.Components.Forms;
using Tedori.Programme.Text;

namespace Tedori.Functions.Staff;

/// <summary>Whole numbers in the forms of the staff.</summary>
internal static class StaffNumber
{
    /// <summary>A number, 0 or more, or null where the text is none.</summary>
    public static int? Of(string text) =>
        Numbers.Read(text, 0, int.MaxValue, Numbers.Counts) is { IsRead: true, Value: var number } ? (int)number : null;

    /// <summary>How many events the member had seen, or null where the form does not say.</summary>
    public static int? Seen(PostedForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Of(form["seen"]);
    }
}
