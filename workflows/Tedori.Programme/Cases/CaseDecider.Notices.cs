using Tedori.Programme.Editions;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    private const int MostAddressCharacters = 254;

    private static Decision RepeatNotice(Edition edition, CaseState s, CaseCommand.RepeatNotice c)
    {
        if (s.Repeated.Contains(c.Key))
            return Decision.Nothing;
        if (c.Original.Id.CaseId != s.Id)
            throw new InvalidOperationException($"{c.Original.Id} is not a notice of {s.Id}.");
        // It carries a link that changes the address, so the company asks for a new one itself; or it was for an address
        // that must get no link.
        if (c.Original.Kind is NoticeKind.ContactConfirmation or NoticeKind.FormerContact)
            return Refuse(Refusals.NotRepeatable);
        if (string.IsNullOrWhiteSpace(c.Reason))
            return Refuse(Refusals.ReasonMissing);
        if (!IsAddress(c.To))
            return Refuse(Refusals.AddressWrong(c.To));
        if (!IsConfirmed(s, c.To) && edition.SecondPerson.Check(StaffAct.RepeatNotice, c.Signed) is not null)
            return Refuse(Refusals.AddressNotConfirmed(c.To));
        return Decision.Accept(new CaseEvent.NoticeRepeated(
            c.At, c.Key, c.Original.Id, c.Original.CausedAt, SubjectOf(c.Original), c.Original.Paragraphs, c.To,
            c.Reason, c.By, c.Signed, c.Original.Facts));
    }

    private static Decision SendMessage(CaseState s, CaseCommand.SendMessage c)
    {
        if (s.Repeated.Contains(c.Key))
            return Decision.Nothing;
        return MessageText.Check(c.Subject, c.Paragraphs) is { } wrong
            ? Refuse(wrong)
            : Decision.Accept(new CaseEvent.MessageSent(c.At, c.Key, c.Subject, c.Paragraphs, c.By, c.Mail));
    }

    /// <summary>Whether the company itself gave or confirmed this address, and no other has come in its place.</summary>
    public static bool IsConfirmed(CaseState state, string to)
    {
        ArgumentNullException.ThrowIfNull(state);
        return string.Equals(state.Entry.Email, to, StringComparison.Ordinal);
    }

    // The receipt number is put there again: behind the subject, where older notices have it before.
    private static string SubjectOf(Notice notice)
    {
        var (before, behind) = ($"【{notice.Id.CaseId}】", $"({notice.Id.CaseId})");
        var subject = notice.Subject.StartsWith(before, StringComparison.Ordinal)
            ? notice.Subject[before.Length..]
            : notice.Subject;
        return subject.EndsWith(behind, StringComparison.Ordinal) ? subject[..^behind.Length] : subject;
    }

    private static bool IsAddress(string to)
    {
        var at = to.IndexOf('@', StringComparison.Ordinal);
        return to.Length <= MostAddressCharacters && at > 0 && at < to.Length - 1 && at == to.LastIndexOf('@')
            && to.All(ch => ch is > ' ' and < (char)127 and not (',' or ';' or '<' or '>' or '"' or '\\'));
    }
}
