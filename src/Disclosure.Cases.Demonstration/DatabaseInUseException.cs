namespace Disclosure.Cases.Demonstration;

/// <summary>The demonstration is to be made where people work already, or where another process has just made it.</summary>
public sealed class DatabaseInUseException()
    : InvalidOperationException("The demonstration is for an empty database; somebody can sign in to this one already.");
