/// Reports of remediations, as files: one JSON document each, in the directory of the settings.
@NullMarked
package dev.segue.sync.reports;

import org.jspecify.annotations.NullMarked;
