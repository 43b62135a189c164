
namespace Disclosure.Cases.Kernel;

/// <summary>Somebody else recorded something on the case first.</summary>
public sealed class CaseConflictException() : Exception("The case was changed by somebody else.");
