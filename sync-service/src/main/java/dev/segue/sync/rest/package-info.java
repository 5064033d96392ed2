/// What people may ask over HTTP: `GET /catalogue` says how much is in the catalogue.
///
/// Errors are RFC 9457 problem details.
@NullMarked
package dev.segue.sync.rest;

import org.jspecify.annotations.NullMarked;
