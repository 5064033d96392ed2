/// The external downloader, if the person has set one.
///
/// [dev.segue.processing.command.CommandDownload] fills the track into the argument list of
/// `segue.audio.download-command`, runs it, and reads how far it is ([dev.segue.processing.command.Percent]).
/// [dev.segue.processing.command.Archive] writes down what came of it.
@NullMarked
package dev.segue.processing.command;

import org.jspecify.annotations.NullMarked;
