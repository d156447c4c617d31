using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>Many notices that are sent again at once (一括の再通知). Storage format.</summary>
/// <param name="Id">Id of the job: the key of the request that started it.</param>
/// <param name="Originals">The notices, each once, at least one.</param>
/// <param name="To">Where they go instead of each case's own address; only where there is one notice.</param>
/// <param name="Reason">Why, in Japanese.</param>
/// <param name="By">Id of who sends them again.</param>
/// <param name="Name">Name of who sends them again.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="Revoke">Whether the links sent so far are voided first; only where there is one notice.</param>
/// <param name="Done">Whether every notice has its verdict.</param>
public sealed record NoticeJob(
    string Id, IReadOnlyList<NoticeId> Originals, string? To, string Reason, string By, string Name, Instant StartedAt,
    bool Revoke,
    bool Done = false);
