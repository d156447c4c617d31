using System.Globalization;

namespace Tedori.Workflows.Evidence;

/// <summary>A file is larger than a filing may hold. Nothing of it was kept.</summary>
public sealed class EvidenceTooLargeException(string name, long limit) : ArgumentException(
    string.Create(CultureInfo.InvariantCulture, $"The file '{name}' is larger than {limit / (1024 * 1024)} MiB."));
