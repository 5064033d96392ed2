package dev.segue.library.fact;

/// A step that nobody watches.
record Unseen(Envelope envelope) implements Tracing.Step {

    @Override
    public void done() {}

    @Override
    public void failed(Throwable why) {}

    @Override
    public void end() {}
}
