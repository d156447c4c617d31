using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder() => throw HostOnly.Error();

    public IDictionary<object, object> Properties => throw HostOnly.Error();

    public ConfigurationManager Configuration => throw HostOnly.Error();

    public IHostEnvironment Environment => throw HostOnly.Error();

    public ILoggingBuilder Logging => throw HostOnly.Error();

    public IMetricsBuilder Metrics => throw HostOnly.Error();

    public IServiceCollection Services => throw HostOnly.Error();

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public IHost Build() => throw HostOnly.Error();

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => throw HostOnly.Error();

    public IFunctionsWorkerApplicationBuilder Use(
        Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => throw HostOnly.Error();
}
