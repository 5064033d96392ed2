/// ffmpeg: hears and converts.
///
/// [dev.segue.processing.ffmpeg.FfmpegStudio] is the [dev.segue.processing.Studio]. The program is that of the PATH, or
/// else the one that comes in a jar from Maven Central ([dev.segue.processing.ffmpeg.Packaged]); `Studios` looks for it
/// at the start and says which it is. [dev.segue.processing.ffmpeg.Encoding] knows the arguments for each format,
/// [dev.segue.processing.ffmpeg.Account] reads what ffmpeg says.
///
/// One run does both: the file is decoded once, and what comes out goes into the new file, and through a checksum where
/// samples must stay. What is made is decoded again, and its peak is looked for. All of that together costs a small
/// part
/// of the coding of an MP3: what was measured is in `docs/performance.md`.
@NullMarked
package dev.segue.processing.ffmpeg;

import org.jspecify.annotations.NullMarked;
