/// The person's own audio files: the inbox they are taken from and the output folder they are copied to.
///
/// [dev.segue.processing.inbox.InboxFolder] lists the inbox, [dev.segue.processing.inbox.AudioTags] reads one file's
/// tags. [dev.segue.processing.inbox.OutputFolder] copies: to a `.part` file in the same folder, forced to the disk,
/// then moved to its final name in one step; so a file under its final name is whole.
///
/// Which file serves which track is a line in `.segue-files.jsonl` in the output folder
/// ([dev.segue.processing.inbox.ServedFiles]), written before the copy begins. After a kill the line is there: the same
/// file is copied again to the same name. A line that was cut off is no line. The inbox itself is never changed.
@NullMarked
package dev.segue.processing.inbox;

import org.jspecify.annotations.NullMarked;
