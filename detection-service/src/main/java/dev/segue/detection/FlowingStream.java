package dev.segue.detection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A stream that must keep flowing: if it lets its reader wait too long for the next bytes, it is closed, and the
/// reader
/// gets an [HttpTimeoutException]. A reader may take its time. For one reader.
final class FlowingStream extends FilterInputStream {

    private static final int LOOKS = 4;

    private final Duration patience;
    private volatile long waitingSince;
    private volatile boolean waiting;
    private volatile boolean closed;
    private volatile boolean stalled;

    FlowingStream(InputStream stream, Duration patience) {
        super(stream);
        this.patience = patience;
        lookLater();
    }

    private interface Reading {
        int read() throws IOException;
    }

    @Override
    public int read() throws IOException {
        return watched(super::read);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return watched(() -> super.read(target, offset, length));
    }

    private int watched(Reading reading) throws IOException {
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            int read = reading.read();
            if (stalled) {
                throw stall();
            }
            return read;
        } catch (IOException broken) {
            throw stalled ? stall() : broken;
        } finally {
            waiting = false;
        }
    }

    private HttpTimeoutException stall() {
        return new HttpTimeoutException("nothing more came within " + patience);
    }

    private void lookLater() {
        CompletableFuture.delayedExecutor(
                        patience.toMillis() / LOOKS, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(this::look);
    }

    private void look() {
        if (closed) {
            return;
        }
        if (waiting && System.nanoTime() - waitingSince > patience.toNanos()) {
            stalled = true;
            try {
                close();
            } catch (IOException gone) {
                return; // it is of no use any more
            }
        } else {
            lookLater();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }
}
