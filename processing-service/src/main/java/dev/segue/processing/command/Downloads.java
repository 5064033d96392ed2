package dev.segue.processing.command;

import dev.segue.processing.Download;
import dev.segue.processing.ProcessingConfig;
import dev.segue.processing.Program;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The downloader that the settings name.
class Downloads {

    @Produces
    @Singleton
    @Priority(10)
    Download download(ProcessingConfig config, Program program) {
        ProcessingConfig.Audio audio = config.audio();
        return audio.downloadCommand()
                .filter(command -> !command.isEmpty())
                .<Download>map(command -> new CommandDownload(
                        program,
                        command,
                        audio.timeLimit(),
                        new Archive(audio.output().resolve(".segue-downloads.jsonl"), Clock.systemUTC())))
                .orElseGet(Download::none);
    }
}
