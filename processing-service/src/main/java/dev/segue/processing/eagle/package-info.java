/// The Eagle app.
@NullMarked
package dev.segue.processing.eagle;

import org.jspecify.annotations.NullMarked;
