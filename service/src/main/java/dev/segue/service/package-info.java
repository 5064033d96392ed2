/// What the four services share and what knows the framework: the token that callers show ([ApiToken], [TokenCheck]),
/// refusals as problem details ([Problems]), the form of JSON over HTTP ([JsonForm]), a record of the connector
/// ([HeardRecord]), the writer of facts ([FactWriting]), how far a service is behind ([Lag]), whether the topics are as
/// they should be
/// ([TopicsCheck]), and traces ([TraceReporting], [Traces]). No decisions: those
/// are in a service, or in `dev.segue.library`, which knows no framework.
@NullMarked
package dev.segue.service;

import org.jspecify.annotations.NullMarked;
