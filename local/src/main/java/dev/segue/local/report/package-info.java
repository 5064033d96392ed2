/// What became of a run: [dev.segue.local.report.RunReport], for people and as JSON.
@NullMarked
package dev.segue.local.report;

import org.jspecify.annotations.NullMarked;
