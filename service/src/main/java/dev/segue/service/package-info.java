/// What the four services share and what knows the framework: the token that callers show ([ApiToken], [TokenCheck]),
/// refusals as problem details ([Problems]), the form of JSON over HTTP ([JsonForm]), a record of the connector
/// ([HeardRecord]), the writer of facts ([FactWriting]), and how far a service is behind ([Lag]). No decisions: those
/// are in a service, or in `dev.segue.library`, which knows no framework.
@NullMarked
package dev.segue.service;

import org.jspecify.annotations.NullMarked;
