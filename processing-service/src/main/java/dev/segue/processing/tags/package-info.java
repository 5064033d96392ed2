/// Tags, written once, after conversion, by one library: jaudiotagger.
///
/// [dev.segue.processing.tags.LibraryTagger] is the [dev.segue.processing.Tagger]: it puts an empty tag into the place
/// of what a file has, and fills it. [dev.segue.processing.tags.Form] knows, for each kind of tag, the fields that the
/// library has no common name for. `docs/audio.md` has the table.
@NullMarked
package dev.segue.processing.tags;

import org.jspecify.annotations.NullMarked;
