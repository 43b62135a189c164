namespace Disclosure.Cases.Kernel;

/// <summary>A setting cannot be used; the message names it and its rule, for whoever configures the host.</summary>
/// <param name="message">Which setting, its rule, and what it is.</param>
/// <param name="cause">What reading it met, if anything.</param>
public sealed class SettingException(string message, Exception? cause = null) : ArgumentException(message, cause);
