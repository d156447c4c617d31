using NodaTime;

namespace Tedori.Programme.Lottery;

/// <summary>Which value will decide a draw: fixed and published before it exists. Names are storage format.</summary>
/// <param name="Kind">
/// <c>drand</c> for the public beacon, <c>witnessed</c> for dice or a lottery machine before witnesses,
/// <c>simulated</c> for tests.
/// </param>
/// <param name="Source">Hash of the drand chain, or which machine and where.</param>
/// <param name="Number">Number of the value at its source: the drand round; the number of the draw elsewhere.</param>
/// <param name="Due">When the value comes to exist.</param>
/// <param name="FallbackFrom">
/// From when on a witnessed value may decide in its stead, if the source has not answered; null where there is no
/// fallback.
/// </param>
/// <param name="Bound">
/// Whether a throw before witnesses counts only with a public value that did not exist when its digits were committed;
/// null in what was announced before throws were bound.
/// </param>
public sealed record BeaconPledge(
    string Kind, string Source, long Number, Instant Due, Instant? FallbackFrom = null, bool? Bound = null)
{
    /// <summary>The public beacon of drand.</summary>
    public const string Drand = "drand";

    /// <summary>Dice or a lottery machine before witnesses.</summary>
    public const string Witnessed = "witnessed";

    /// <summary>A value that whoever knows the seed knows in advance: for tests and simulation.</summary>
    public const string Simulated = "simulated";
}
