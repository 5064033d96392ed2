/// The processes of one system: a broker and four services, all children of the launcher.
///
/// [dev.segue.local.system.LocalSystem] starts them as a [dev.segue.local.system.Plan] says, and stops them whatever
/// happens; what it could not stop because it was killed itself is ended by the next start, if it is provably ours.
@NullMarked
package dev.segue.local.system;

import org.jspecify.annotations.NullMarked;
