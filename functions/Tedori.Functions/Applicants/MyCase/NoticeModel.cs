using Tedori.Workflows.Cases;

namespace Tedori.Functions.Applicants.MyCase;

/// <summary>What the page of a notice shows.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Sent">The notice as it left.</param>
public sealed record NoticeModel(MyFrame Frame, SentNotice Sent);
