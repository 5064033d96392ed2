/// What may be in the way: [dev.segue.local.doctor.Finding], for people and as JSON.
@NullMarked
package dev.segue.local.doctor;

import org.jspecify.annotations.NullMarked;
