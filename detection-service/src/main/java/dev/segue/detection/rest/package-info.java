/// What people may ask for: a detection, how it stands, and how the sources stand.
@NullMarked
package dev.segue.detection.rest;

import org.jspecify.annotations.NullMarked;
