using System.Collections.Concurrent;
using System.Net;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>A gateway for short messages on loopback, which takes every message and answers none until it is told to.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task listening;

    public Gateway()
    {
        Address = $"http://127.0.0.1:{ServerProcess.FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        listening = Listen();
    }

    public string Address { get; }

    /// <summary>Whether it answers what comes from now on, with 200.</summary>
    public bool Answers { get; set; }

    /// <summary>The <c>Idempotency-Key</c> of each message that came, with whether it was answered.</summary>
    public ConcurrentQueue<(string Key, bool IsAnswered)> Came { get; } = [];

    public IReadOnlyList<string> Keys(bool areAnswered) => [.. Came.Where(each => each.IsAnswered == areAnswered).Select(each => each.Key)];

    public void Dispose()
    {
        listener.Close();
        listening.Wait();
    }

    private async Task Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                var message = await listener.GetContextAsync();
                var answers = Answers;
                Came.Enqueue((message.Request.Headers["Idempotency-Key"]!, answers));
                if (answers)
                {
                    message.Response.Close();
                }
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
            {
                // It is closed, or the sender was killed.
            }
        }
    }
}
