/// What people may ask over HTTP: `GET /catalogue` says how much is in the catalogue, `POST /remediations` has it held
/// against what is known.
///
/// Errors are RFC 9457 problem details.
@NullMarked
package dev.segue.sync.rest;

import org.jspecify.annotations.NullMarked;
