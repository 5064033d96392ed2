package dev.segue.local.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A broker and the services, running as children of this process. Thread-safe.
///
/// ```
/// try (LocalSystem system = LocalSystem.start(plan, progress)) {
///     system.kill("metadata-service");
///     system.restart("metadata-service");
/// }
/// ```
///
/// They end when this is closed, and when this process ends in any way that leaves it the time: a shutdown hook closes
/// it. If it is killed, the next start in the same home ends them.
public final class LocalSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BEAT = Duration.ofMillis(50);

    private final Plan plan;
    private final StartProgress progress;
    private final Lock lock;
    private final String instance = UUID.randomUUID().toString();
    private final long began = System.nanoTime();
    private final SequencedMap<String, Child> children = new LinkedHashMap<>();
    private final CompletableFuture<Failure> death = new CompletableFuture<>();
    private final Thread hook = new Thread(this::stopAtTheEnd, "stop");
    private boolean stopping;

    private LocalSystem(Plan plan, StartProgress progress, Lock lock) {
        this.plan = plan;
        this.progress = progress;
        this.lock = lock;
    }

    /// Starts everything and waits until it is ready.
    ///
    /// @throws Failure if it cannot be started; then nothing is left running
    public static LocalSystem start(Plan plan, StartProgress progress) {
        return start(plan, progress, () -> {});
    }

    /// The same, with something to be done when all processes are ready, before others hear that the system is.
    public static LocalSystem start(Plan plan, StartProgress progress, Runnable whenReady) {
        Lock lock = Lock.take(plan.home()).orElseThrow(() -> running(plan.home()));
        var system = new LocalSystem(plan, progress, lock);
        Runtime.getRuntime().addShutdownHook(system.hook);
        try {
            system.start(whenReady);
            return system;
        } catch (RuntimeException unstartable) {
            system.giveUp(unstartable);
            throw unstartable;
        }
    }

    private static Failure running(Home home) {
        String who = Lock.holder(home)
                .map(holder -> " (process " + holder.pid() + ")")
                .orElse("");
        return new Failure("a system is running here already" + who
                + ": use ./segue liked to give it work, ./segue down to end it");
    }

    private void start(Runnable whenReady) {
        plan.home().prepare();
        int orphans = Orphans.end(plan.home());
        if (orphans > 0) {
            progress.cleanedUp(orphans);
        }
        Ports.requireFree(plan);
        record(false);
        // all at once was measured to be no quicker on two cores, and fills the services' logs with complaints
        launch(plan.broker());
        awaitReady(List.of(child(plan.broker().name())));
        plan.services().forEach(this::launch);
        awaitReady(plan.services().stream().map(spec -> child(spec.name())).toList());
        whenReady.run();
        record(true);
    }

    private synchronized void launch(ChildSpec spec) {
        if (stopping) {
            throw new Failure("stopped while it was starting");
        }
        progress.starting(spec.name());
        Child child = Child.start(spec, plan.home(), instance);
        children.put(spec.name(), child);
        record(false);
        var _ = child.death().thenAccept(death::complete);
    }

    private synchronized void record(boolean ready) {
        var entries = children.values().stream().map(Child::entry).toList();
        long launcher = ProcessHandle.current().pid();
        Optional<String> backup = plan.backup().map(Object::toString);
        new Processes(instance, plan.mode(), launcher, ready, backup, entries).write(plan.home());
    }

    private void awaitReady(List<Child> started) {
        List<Child> waiting = new ArrayList<>(started);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting.isEmpty()) {
            waiting.removeIf(this::isReady);
            progress.waiting(sinceStart());
            if (System.nanoTime() > deadline) {
                throw waiting.getFirst().tooSlow(PATIENCE.toSeconds());
            }
            awaitDeath(BEAT).ifPresent(failure -> {
                throw failure;
            });
        }
    }

    private boolean isReady(Child child) {
        boolean ready = child.spec().probe().ready();
        if (ready) {
            progress.ready(child.spec().name(), sinceStart());
        }
        return ready;
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// Waits for a process to die of itself.
    ///
    /// @return what to tell the person; empty if all lived on for so long
    public Optional<Failure> awaitDeath(Duration patience) {
        try {
            return Optional.of(death.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException alive) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(new Failure("stopped"));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The process called `name`.
    public ProcessHandle process(String name) {
        return child(name).handle();
    }

    private synchronized Child child(String name) {
        return Optional.ofNullable(children.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no process called " + name));
    }

    /// Ends one process as a power cut would.
    public void kill(String name) {
        Child child = child(name);
        child.letDie();
        child.handle().destroyForcibly();
        Ending.ended(List.of(child.handle()), PATIENCE);
    }

    /// Starts a process that was killed again, and waits until it is ready.
    public void restart(String name) {
        launch(child(name).spec());
        awaitReady(List.of(child(name)));
        record(true);
    }

    /// Stops everything, the broker last. A second call does nothing.
    @Override
    public void close() {
        try {
            stop();
        } finally {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAnyway) {
            // then the hook itself is what stops
        }
    }

    /// What keeps it from stopping well is most often what kept it from starting.
    private void giveUp(RuntimeException why) {
        try {
            close();
        } catch (Failure unwritable) {
            why.addSuppressed(unwritable);
        }
    }

    /// At the end of the JVM nobody is left to be told.
    private void stopAtTheEnd() {
        try {
            stop();
        } catch (Failure unwritable) {
            // what is still written down is ended by the next start
        }
    }

    private synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        children.values().forEach(Child::letDie);
        Ending.inOrder(plan.inOrderOfTheirEnd().stream().map(this::started).toList());
        try {
            Processes.forget(plan.home());
        } finally {
            lock.close();
        }
    }

    private List<ProcessHandle> started(List<ChildSpec> some) {
        return children.values().stream()
                .filter(child -> some.contains(child.spec()))
                .map(Child::handle)
                .toList();
    }
}
