using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine.Sqlite;
using Tedori.Local.Data;

namespace Tedori.Local.Composition;

/// <summary>Where record and evidence are kept. Engine, outbox and agenda are in the data folder in any case.</summary>
internal interface IStores
{
    /// <summary>Whether the record is a file of the data folder, so that it can be written together with the others.</summary>
    bool KeepsRecordInFolder { get; }

    /// <summary>Makes what must be there before the first read.</summary>
    Task PrepareAsync(IServiceProvider services, CancellationToken cancellation);

    /// <summary>Registers them.</summary>
    void AddTo(IServiceCollection services, DataFolder data, Durability durability, SharedTransaction? shared);
}
