namespace Tedori.Engine;

/// <summary>Something that another thread wants the dispatcher to do.</summary>
internal abstract class Message
{
    /// <summary>The instance that it is for, if that likely exists: it is brought into memory first.</summary>
    public virtual string? Target => null;

    /// <summary>A caller's order: it is taken up when the batch that grows has room for it.</summary>
    public virtual bool IsCall => false;

    /// <summary>The instance that it starts.</summary>
    public virtual string? Creates => null;

    /// <summary>The instance whose start it must not overtake.</summary>
    public virtual string? Follows => null;

    /// <summary>Does it, on the dispatcher's thread.</summary>
    public abstract void Apply(Dispatcher dispatcher);

    /// <summary>It will not be done: the engine has failed or was closed.</summary>
    public virtual void Reject(Exception reason)
    {
    }
}
