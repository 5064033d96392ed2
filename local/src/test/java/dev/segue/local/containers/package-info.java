/// The system of `docker-compose.yml` as it is, with the images that were built: what it does, and what becomes of it
/// when parts of it are killed, cut off, stopped or starved. Containers are those of Testcontainers, so nothing is left
/// afterwards. Needs a Docker engine and the free ports of the system; without an engine the tests are left out:
///
/// ```
/// ./mvnw -Pcontainers verify
/// ```
@NullMarked
package dev.segue.local.containers;

import org.jspecify.annotations.NullMarked;
