/// The person's own audio files: the inbox they are taken from and the output folder they are copied to.
///
/// [dev.segue.processing.inbox.InboxFolder] lists the inbox, [dev.segue.processing.inbox.AudioTags] reads one file's
/// tags. [dev.segue.processing.inbox.WorkFolder] is where files are made, one folder a track, on the same disk as the
/// output folder; [dev.segue.processing.inbox.OutputFolder] moves a finished one to its final name in one step; so a
/// file under its final name is whole.
///
/// Which file serves which track is a line in `.segue-files.jsonl` in the output folder
/// ([dev.segue.processing.inbox.ServedFiles]), written before the move. After a kill the line is there: the same file
/// gets the same name. A line that was cut off is no line. The inbox itself is never changed.
@NullMarked
package dev.segue.processing.inbox;

import org.jspecify.annotations.NullMarked;
