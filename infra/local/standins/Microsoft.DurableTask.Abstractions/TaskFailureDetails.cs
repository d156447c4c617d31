using System.Reflection;

namespace Microsoft.DurableTask;

public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
            throw new ArgumentException($"The type {targetBaseExceptionType} is not an exception type.",
                nameof(targetBaseExceptionType));
        if (string.IsNullOrEmpty(ErrorType)) return false;
        var type = Type.GetType(ErrorType, throwOnError: false)
            ?? targetBaseExceptionType.Assembly.GetType(ErrorType, throwOnError: false)
            ?? FindLoaded(ErrorType);
        return type is not null && targetBaseExceptionType.IsAssignableFrom(type);
    }

    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var inner = exception.InnerException is { } cause ? FromException(cause) : null;
        return new(exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, null);
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private static Type? FindLoaded(string name)
    {
        var found = AppDomain.CurrentDomain.GetAssemblies()
            .Select(a => a.GetType(name, throwOnError: false))
            .OfType<Type>()
            .ToList();
        return found.Count switch
        {
            0 => null,
            1 => found[0],
            _ => throw new AmbiguousMatchException($"Several exception types are named '{name}'."),
        };
    }
}
