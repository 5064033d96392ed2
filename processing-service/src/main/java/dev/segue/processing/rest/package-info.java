/// What people may ask over HTTP: `GET /jobs` says how the tracks ended since the start and what waits for what;
/// `POST /jobs/{trackId}/retry` asks for another try.
@NullMarked
package dev.segue.processing.rest;

import org.jspecify.annotations.NullMarked;
