/// The whole system on one machine: `./segue`.
///
/// [dev.segue.local.Segue] is the command line. `system` starts, watches and stops the processes, `run` asks for a
/// detection and follows its tracks through the topics, `report` says what became of them; `history` asks what became
/// of the library over time.
@NullMarked
package dev.segue.local;

import org.jspecify.annotations.NullMarked;
