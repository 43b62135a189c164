namespace Disclosure.Cases.Web.Tests.Directories;

/// <summary>A directory on loopback with one person, the clerk, whom a reader finds.</summary>
internal interface ILoopbackDirectory : IAsyncDisposable
{
    const string Base = "cn=district";
    const string Reader = "cn=reader,cn=district";
    const string ReadersPassword = "the reader's secret";
    const string Entry = "cn=Clerk\\2C A,cn=district";
    const string Password = "kept in the directory";

    /// <summary>Where it may be asked in the clear, or with StartTLS.</summary>
    string Address { get; }

    /// <summary>Where it is encrypted from the beginning.</summary>
    string Encrypted { get; }
}
