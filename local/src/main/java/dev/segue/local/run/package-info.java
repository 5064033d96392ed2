/// One run: asked for at detection-service, followed through the topics until every track has reached its end.
///
/// [dev.segue.local.run.RunTally] counts, [dev.segue.local.run.RunFollower] reads what it counts.
@NullMarked
package dev.segue.local.run;

import org.jspecify.annotations.NullMarked;
