
namespace Disclosure.Cases.Kernel;

/// <summary>Where new ids come from; a host may make them reproducible.</summary>
public interface IIds
{
    /// <summary>An id that was never given before.</summary>
    Guid Next();
}
