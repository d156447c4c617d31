#nullable disable
using System.Globalization;
using System.Text.RegularExpressions;

namespace Azure.Data.Tables;

public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        // The service puts the index of the action that failed before its message.
        var index = Regex.Match(requestFailedException.Message, @"^(\d+):");
        if (index.Success)
            FailedTransactionActionIndex = int.Parse(index.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public int? FailedTransactionActionIndex { get; }
}
