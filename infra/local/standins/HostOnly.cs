internal static class HostOnly
{
    public static PlatformNotSupportedException Error() =>
        new("Built for one machine: run infra/local/Tedori.Local, or publish to run on the Functions host.");
}
