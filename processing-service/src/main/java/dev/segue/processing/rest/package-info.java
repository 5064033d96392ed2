/// What people may ask over HTTP: `GET /jobs` says how the tracks ended since the start.
@NullMarked
package dev.segue.processing.rest;

import org.jspecify.annotations.NullMarked;
