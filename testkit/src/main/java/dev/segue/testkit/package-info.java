/// What tests and the launcher share.
///
/// [dev.segue.testkit.Broker] is a real Kafka broker, in a test's process or, by
/// [dev.segue.testkit.BrokerMain], in one of its own; [dev.segue.library.fact.Topics] gives it the topics of Segue.
/// [dev.segue.testkit.StandIns] are the outside world: servers that behave as the APIs that Segue calls, each in a
/// package of its own, on what [dev.segue.testkit.standin.StandIn] gives to all of them.
@NullMarked
package dev.segue.testkit;

import org.jspecify.annotations.NullMarked;
