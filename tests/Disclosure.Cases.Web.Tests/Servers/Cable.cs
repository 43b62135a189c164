using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>The network between hosts and their database, on loopback: it can hold back what is sent, break, and lose answers.</summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Line, Task> lines = [];
    private readonly int end;
    private readonly Task accepting;

    private volatile TaskCompletionSource passing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isCut;

    /// <param name="end">The port on loopback that it leads to.</param>
    public Cable(int end)
    {
        this.end = end;
        passing.SetResult();
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Where it begins on loopback.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether a connection is lost as soon as the database answers to a commit on it.</summary>
    public bool LosesCommits { get; set; }

    /// <summary>From now on nothing comes through, in either direction, and nobody is told.</summary>
    public void Hold() => passing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>From now on every connection is reset, those that there are and new ones.</summary>
    public void Cut()
    {
        isCut = true;
        Break();
    }

    /// <summary>Resets every connection that there is.</summary>
    public void Break()
    {
        foreach (var line in lines.Keys)
        {
            line.Dispose();
        }
    }

    /// <summary>Everything comes through again, what was held back as well.</summary>
    public void Mend()
    {
        isCut = false;
        passing.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        Mend();
        Break();
        await accepting;
        await Task.WhenAll(lines.Values);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var line = new Line(await listener.AcceptTcpClientAsync(), this);
                if (isCut)
                {
                    line.Dispose();
                }
                else
                {
                    lines[line] = line.Carry();
                }
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // It is taken away.
        }
    }

    private sealed class Line(TcpClient host, Cable cable) : IDisposable
    {
        private readonly TcpClient database = new();
        private volatile bool hasAskedToCommit;

        public async Task Carry()
        {
            try
            {
                await cable.passing.Task;
                await database.ConnectAsync(IPAddress.Loopback, cable.end);
                await Task.WhenAny(Pass(host, database, Asked), Pass(database, host, IsToPass));
            }
            catch (Exception problem) when (problem is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The database does not listen, or the line was broken meanwhile.
            }

            Dispose();
            cable.lines.TryRemove(this, out _);
        }

        public void Dispose()
        {
            foreach (var socket in new[] { host, database })
            {
                try
                {
                    // Reset, not closed in good order.
                    socket.LingerState = new LingerOption(true, 0);
                }
                catch (Exception problem) when (problem is SocketException or ObjectDisposedException or NullReferenceException)
                {
                    // It was not open, or is no more.
                }

                socket.Dispose();
            }
        }

        private async Task Pass(TcpClient from, TcpClient to, Func<ReadOnlyMemory<byte>, bool> isToPass)
        {
            var buffer = new byte[64 * 1024];
            try
            {
                for (int read; (read = await from.GetStream().ReadAsync(buffer)) > 0;)
                {
                    await cable.passing.Task;
                    if (!isToPass(buffer.AsMemory(0, read)))
                    {
                        return;
                    }

                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
                }
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // Either end has gone.
            }
        }

        // The whole command, up to its end: a transaction that begins READ COMMITTED is none.
        private bool Asked(ReadOnlyMemory<byte> sent)
        {
            hasAskedToCommit |= cable.LosesCommits && sent.Span.IndexOf("COMMIT\0"u8) >= 0;
            return true;
        }

        private bool IsToPass(ReadOnlyMemory<byte> answer) => !hasAskedToCommit;
    }
}
