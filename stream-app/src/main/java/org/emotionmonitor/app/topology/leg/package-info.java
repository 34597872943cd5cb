/**
 * One leg, from chunks to events, without Kafka: the stream processor and the offline scoring of a
 * file are two users of these classes, and so give the same numbers.
 */
package org.emotionmonitor.app.topology.leg;
