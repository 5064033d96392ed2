/// `./segue remediate`: [dev.segue.local.remediate.RemediationCalls] asks sync-service,
/// [dev.segue.local.remediate.FindingsText] says what it has found.
@NullMarked
package dev.segue.local.remediate;

import org.jspecify.annotations.NullMarked;
