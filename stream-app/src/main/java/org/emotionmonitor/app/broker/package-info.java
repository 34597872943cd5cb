/** A Kafka broker inside the JVM, for the demo, for trying things out and for tests. */
package org.emotionmonitor.app.broker;
