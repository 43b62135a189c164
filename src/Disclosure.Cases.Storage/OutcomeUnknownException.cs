using System.Data.Common;

namespace Disclosure.Cases.Storage;

/// <summary>
/// The connection was lost while a command was being committed: whether it was carried out, only the records can tell. It
/// is not done again by itself, for it might be done twice.
/// </summary>
public sealed class OutcomeUnknownException(Exception cause)
    : DbException("The connection was lost during the commit: look whether the command was carried out before sending it again.", cause);
