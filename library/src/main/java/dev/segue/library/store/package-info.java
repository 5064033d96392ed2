/// A million tracks in little memory. A [Track][dev.segue.library.Track] as objects takes a kilobyte; here it is a run
/// of some 170 bytes, made an object again when somebody asks for it.
///
/// Start from [dev.segue.library.store.SlabWriter], which takes runs of bytes and gives each an address;
/// [dev.segue.library.store.TrackForm] says which bytes a track is. [dev.segue.library.store.IdTable] finds numbers by
/// track ids, [dev.segue.library.store.HashTable] by hash codes of anything else.
@NullMarked
package dev.segue.library.store;

import org.jspecify.annotations.NullMarked;
