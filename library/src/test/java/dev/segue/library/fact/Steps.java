package dev.segue.library.fact;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/// Watches, and tells in order what began and ended. Each step is a run to those that follow from it.
final class Steps implements Tracing {

    private final List<String> told = new ArrayList<>();

    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public Step handling(TopicPartition from, String key, Envelope cause) {
        return begin("handling " + key);
    }

    @Override
    public Step writing(Fact fact, Envelope cause) {
        return begin("writing " + Topic.of(fact).topic()
                + cause.runId().map(run -> " for " + run).orElse(""));
    }

    private Step begin(String name) {
        told.add(name);
        return new Told(name);
    }

    private final class Told implements Step {

        private final String name;

        Told(String name) {
            this.name = name;
        }

        @Override
        public Envelope envelope() {
            return Envelope.of(name);
        }

        @Override
        public void done() {
            told.add("done " + name);
        }

        @Override
        public void failed(Throwable why) {
            told.add("failed " + name);
        }

        @Override
        public void end() {
            told.add("end " + name);
        }
    }
}
