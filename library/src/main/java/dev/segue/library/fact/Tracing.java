package dev.segue.library.fact;

import org.apache.kafka.common.TopicPartition;

/// Tells where on a track's way time goes, for whoever watches. Thread-safe.
///
/// ```
/// Tracing.Step step = tracing.handling(from, Envelope.of(headers));
/// write(answer, step.envelope());
/// step.end();
/// ```
public interface Tracing {

    /// Nobody watches. What a record says of its trace is passed on as it is, for those that do.
    Tracing OFF = new Tracing() {
        @Override
        public Step handling(TopicPartition from, String key, Envelope cause) {
            return new Unseen(cause);
        }

        @Override
        public Step writing(Fact fact, Envelope cause) {
            return new Unseen(cause);
        }
    };

    /// A record is handled from now on.
    ///
    /// @param key   of the record
    /// @param cause what it carries
    Step handling(TopicPartition from, String key, Envelope cause);

    /// A fact is on its way from now on.
    ///
    /// @param cause of the record that it follows from, or of its run
    Step writing(Fact fact, Envelope cause);

    /// A stretch of the way.
    interface Step {

        /// What the facts carry that follow from it.
        Envelope envelope();

        /// The work is done, though it may be a while until that is known for sure: this is when it ended, if it did
        /// not
        /// fail.
        void done();

        /// It went wrong.
        void failed(Throwable why);

        /// It is over.
        void end();
    }
}
