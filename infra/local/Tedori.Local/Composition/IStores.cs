using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine.Sqlite;
using Tedori.Local.Data;

namespace Tedori.Local.Composition;

/// <summary>Where record and evidence are kept. Engine, outbox and agenda are in the data folder in any case.</summary>
internal interface IStores
{
    /// <summary>Makes what must be there before the first read.</summary>
    Task PrepareAsync(IServiceProvider services, CancellationToken cancellation);

    /// <summary>Registers them.</summary>
    void AddTo(IServiceCollection services, DataFolder data, Durability durability);
}
