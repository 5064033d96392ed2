/// The external downloader, if the person has set one.
///
/// [dev.segue.processing.command.CommandDownload] fills the track into the argument list of
/// `segue.audio.download-command` and runs it. [dev.segue.processing.command.Archive] remembers what brought nothing,
/// so
/// that it is not asked for again before its time.
@NullMarked
package dev.segue.processing.command;

import org.jspecify.annotations.NullMarked;
