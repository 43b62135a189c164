using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>Seals what a transaction changed in sealed tables.</summary>
internal interface IRowSeals
{
    /// <summary>Seals the rows in <see cref="UnitOfWork.ChangedRows"/>, in the transaction under way and right before its commit.</summary>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    Task Seal(UnitOfWork work, CancellationToken cancellation);
}
