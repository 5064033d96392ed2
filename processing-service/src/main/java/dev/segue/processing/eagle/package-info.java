/// The Eagle app on the person's machine, which is mostly closed.
///
/// [dev.segue.processing.eagle.EagleQueue] is the [dev.segue.processing.Eagle]: what shall come there is a line in
/// `.segue-eagle.jsonl` in the output folder ([dev.segue.processing.eagle.Wishes]), and is tried at once and then every
/// `segue.eagle.try-every`. [dev.segue.processing.eagle.App] speaks to the app: V2, or V1 if it does not know that.
///
/// Eagle takes the same file twice and says nothing. So an item is looked up before it is added, and a wish is marked
/// as
/// asked for before it is: after a kill it is waited for, and not asked for again at once.
@NullMarked
package dev.segue.processing.eagle;

import org.jspecify.annotations.NullMarked;
