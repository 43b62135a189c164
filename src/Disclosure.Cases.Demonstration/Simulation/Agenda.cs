using System.Runtime.ExceptionServices;

namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>
/// Runs the stories of all cases side by side in the order of time, one step at a time: numbers are taken in the order
/// of the commands, so they ascend with the dates as they do in an office. A story that waits for an instant at or
/// after the end is not taken up again: its case stays open as it is.
/// </summary>
internal sealed class Agenda(DemonstrationTime time, DateTimeOffset end)
{
    private readonly PriorityQueue<TaskCompletionSource, (DateTimeOffset Instant, long Order)> waiting = new();
    private TaskCompletionSource parked = NewSource();
    private Exception? failure;
    private long order;

    /// <summary>Enters a story that begins at an instant.</summary>
    public void Enter(DateTimeOffset start, Func<Task> story) => _ = Live(start, story);

    /// <summary>The story goes on at <paramref name="instant"/>.</summary>
    public Task Until(DateTimeOffset instant)
    {
        var waking = Wake(instant);
        parked.TrySetResult();
        return waking;
    }

    /// <summary>Runs until nothing is left to do before the end.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        while (waiting.TryDequeue(out var next, out var when) && when.Instant < end)
        {
            cancellation.ThrowIfCancellationRequested();
            time.Set(when.Instant);
            parked = NewSource();
            next.SetResult();
            await parked.Task;
            if (failure is not null)
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }
    }

    private async Task Live(DateTimeOffset start, Func<Task> story)
    {
        try
        {
            await Wake(start);
            await story();
        }
        catch (Exception problem)
        {
            // Whatever stopped the story stops the whole run, on the runner's own stack.
            failure = problem;
        }

        parked.TrySetResult();
    }

    // Entering a story does not park the one that enters it.
    private Task Wake(DateTimeOffset instant)
    {
        var wake = NewSource();
        waiting.Enqueue(wake, (instant, order++));
        return wake.Task;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
