package dev.segue.processing;

import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Puts the core together.
class CoreBeans {

    @Produces
    @Singleton
    Processing processing(
            ProcessingConfig config,
            Inbox inbox,
            @All List<Download> downloads,
            Bench bench,
            Studio studio,
            Tagger tagger,
            Shelf shelf,
            Eagle eagle,
            Playlists playlists,
            Waiting waiting) {
        ProcessingConfig.Audio audio = config.audio();
        if (!FileName.isTemplate(audio.name())) {
            throw new ConfigurationException("segue.audio.name accepts a text with {artist}, {title}, {album} or {id}"
                    + " in it, not \"" + audio.name() + '"');
        }
        var rules = new Processing.Rules(config.duplicates(), audio.format(), audio.loudness(), audio.name());
        return new Processing(
                rules, inbox, Download.inOrder(downloads), bench, studio, tagger, shelf, eagle, playlists, waiting);
    }

    @Produces
    @Singleton
    Waiting waiting(ProcessingConfig config) {
        ProcessingConfig.Audio audio = config.audio();
        return new Waiting(audio.output().resolve(".segue-waiting.jsonl"), audio.retryAfter(), InstantSource.system());
    }

    @Produces
    @Singleton
    Retries retries(
            Processing processing,
            Waiting waiting,
            Inbox inbox,
            SyncedTracks tracks,
            Tally tally,
            Announcement announcement) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Retries(
                new Retry(processing, waiting, tally, announcement),
                processing,
                waiting,
                inbox,
                tracks,
                Hands.of(2 * cores), // as many as lead what is synced: ffmpeg itself is run once for each core
                Hands.of(cores));
    }

    void stop(@Disposes Retries retries) {
        retries.close();
    }

    @Produces
    @Singleton
    Program program() {
        return new Program();
    }

    void stop(@Disposes Program program) {
        program.close();
    }

    @Produces
    @Singleton
    Tally tally() {
        return new Tally();
    }
}
