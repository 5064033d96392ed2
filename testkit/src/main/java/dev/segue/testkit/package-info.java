/// What tests and the launcher share.
///
/// [dev.segue.testkit.Broker] is a real Kafka broker, in a test's process or, by
/// [dev.segue.testkit.BrokerMain], in one of its own; [dev.segue.testkit.Topics] gives it the topics of Segue.
@NullMarked
package dev.segue.testkit;

import org.jspecify.annotations.NullMarked;
