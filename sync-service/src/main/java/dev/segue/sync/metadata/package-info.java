/// What metadata-service knows of tracks, asked over HTTP: a hundred in one call.
@NullMarked
package dev.segue.sync.metadata;

import org.jspecify.annotations.NullMarked;
